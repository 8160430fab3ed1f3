import type { CueSheet } from './cue-sheet.js';
import { ENGLISH_SIGNALS } from './english-signals.js';

export const ENGLISH: CueSheet = {
  language: 'en',
  categories: {
    billing: {
      strong: `
        invoice*, billing, billed, direct debit, credit note*, (charged|billed|paid) twice, double (charge*|payment*),
        overcharg*, payment reminder*, outstanding (balance|amount*|payment*), overdue (amount*|invoice*|payment*),
        statement of account, proof of payment, payment (failed|declined|method*), tax receipt*, VAT,
        refund .. (charge|payment)`,
      weak: `
        payment*, paid, pay, charge*, receipt*, fee, fees, refund*, credit card, bank transfer, amount due, price*,
        subscription, remittance, bank details`,
    },
    technical_support: {
      strong: `
        (error|bug|crash) [message|code|report]*, crash*, not working, does not work, doesn't work, stopped working,
        won't (start|load|open|connect|install), cannot connect, can't connect, troubleshoot*, malfunction*,
        (server|system|service|network|website|site|app|application) .. (down|offline|unavailable|outage), outage*,
        bugs, glitch*, blue screen, stack trace, technical (issue*|problem*|support|difficult*),
        integrat* .. (API|system*|tool*), connectivity`,
      weak: `
        error*, install*, software, hardware, server*, network*, router*, printer*, laptop*, device*, database*, app,
        application, API, update, version, configur*, compatib*, slow, timeout*, browser*, VPN, wifi, firmware,
        driver*, backup*, sync*, dashboard*, plugin*, system, systems, platform, cache, restart*, reboot*, logs`,
    },
    sales: {
      strong: `
        quote for, quotation*, request for (quotation|proposal), price list*, pricing, free trial, request .. demo,
        book .. demo, product demo*, sales team, interested in (buying|purchasing|your product*|your service*),
        bulk (order*|discount*|pricing), (volume|reseller) discount*, become a (partner|reseller|distributor),
        proposal for your, purchase .. licen*`,
      weak: `
        quote, demo, discount*, offer, offers, proposal, catalog*, brochure*, licens*, buy, purchase*, interested in,
        product information, trial, features, plans, edition`,
    },
    complaint: {
      strong: `
        complain*, formal complaint, unacceptable, dissatisf*, disappointed, disappointing, outrag*,
        (terrible|horrible|awful|poor|worst|appalling|rude) .. (service|experience|support|staff|quality|treatment),
        fed up, compensation, never again, disgust*, waste of (time|money), ombudsman, let down by,
        still (no|waiting for) [a] (reply|response|answer|solution)`,
      weak: `unhappy, frustrat*, annoy*, poor, rude, escalat*, angry, upset, ignored, manager, apology, ridiculous`,
    },
    cancellation: {
      strong: `
        cancel* .. (subscription|contract|membership|account|plan|service|policy|order|booking|reservation),
        cancellation*, terminat* .. (contract|agreement|subscription|service), unsubscribe me from [the] service,
        notice of termination, end my (contract|subscription|membership), do not renew, don't renew,
        stop .. auto renew*, give notice`,
      weak: `cancel, cancelled, canceled, cancelling, terminate, notice period, renewal, right of withdrawal`,
    },
    order: {
      strong: `
        my order, order (number|no|id|confirmation|status), purchase order*, place an order, placed an order,
        new order, change .. order, order placed, PO number`,
      weak: `
        order, orders, ordered, ordering, item*, quantity, in stock, out of stock, back order*, availability, SKU,
        article number`,
    },
    delivery: {
      strong: `
        tracking [number|code|link], not [yet] (arrived|delivered|received .. parcel), hasn't arrived,
        has not arrived, never arrived, delivery (date|address|time|status|note|slot),
        (parcel|package|shipment|courier|delivery) .. (lost|late|delayed|missing|damaged),
        where is my (order|parcel|package), estimated arrival, customs clearance, bill of lading`,
      weak: `
        deliver*, shipping, shipped, shipment*, parcel*, package, courier*, dispatch*, carrier*, warehouse, freight,
        customs`,
    },
    returns: {
      strong: `
        return (label|policy|form|request|shipment|address),
        (return|exchange|send back) .. (item|product|order|it|goods|shoes|shirt|jacket), RMA, money back,
        wrong (item|size|product|colour|color), (defective|faulty|broken|damaged) (item|product|goods|unit),
        warranty claim*, replacement for, refund request, request .. refund, exchange it`,
      weak: `
        return, returned, returning, exchange, refund*, warranty, replacement, replace, defective, faulty, damaged`,
    },
    security: {
      strong: `
        phishing, ransomware, malware, virus, (security|data) (breach*|incident*|leak*|vulnerab*), hacked, hacker*,
        cyber*, (unauthori*|suspicious) (access*|login*|activity|transaction*|sign in*), compromised, vulnerabilit*,
        intrusion*, data protection breach, stolen (laptop|phone|password*|card|data), fraud*, exploit*,
        security (audit|patch*|measures|protocols|polic*)`,
      weak: `
        security, suspicious, encrypt*, firewall*, antivirus, breach*, credential*, identity theft, threat*, protect*,
        sensitive data, secure, securing`,
    },
    legal: {
      strong: `
        attorney*, lawyer*, solicitor*, lawsuit*, legal (action|notice|counsel|department|proceedings|advice),
        litigation, subpoena*, court, cease and desist, (non disclosure|confidentiality) agreement, NDA, GDPR,
        subject access request, copyright infringement, terms and conditions, settlement agreement, power of attorney,
        breach of contract, liable, arbitration, redline*`,
      weak: `
        contract*, agreement*, legal, compliance, clause*, liabilit*, jurisdiction, sign*, amendment*, regulat*,
        patent*, trademark*, data protection, privacy policy`,
    },
    recruitment: {
      strong: `
        job (application|offer|opening|interview|posting|description), apply* for the (position|role|job|post),
        curriculum vitae, my (cv|resume), cover letter, hiring manager, vacanc*, recruit*, interview with,
        internship*, candidate*, open position*, notice period .. salary, references .. employer, applicant*`,
      weak: `
        cv, resume, interview, position, role, salary, hire, hiring, career*, job, application, employment,
        human resources, HR, onboarding, payroll`,
    },
    account: {
      strong: `
        (reset|forgot*|change|changed|lost) .. password, password reset, (log|sign) in .. (problem*|issue*|account),
        cannot (log|sign) in, can't (log|sign) in, unable to (log|sign) in, (locked|shut) out [of],
        account (locked|suspended|blocked|disabled|deactivated), verification code*, two factor, 2FA,
        (delete|close|update|create|activate|deactivate|reactivate) (my|the|our|an) account,
        change .. (email address|phone number|billing address|username), account (settings|details|information|
        access)`,
      weak: `
        password*, login, log in, sign in, account, accounts, username*, profile, access, permission*, register*,
        authenticat*, user`,
    },
    feedback: {
      strong: `
        feedback, suggestion*, feature request*, (love|loving|enjoy|enjoying) (the|your) (app|product|service|new),
        great (job|work|service|product), would be (nice|great|helpful) if, compliment*, well done,
        keep up the good work, survey, testimonial*, would recommend, idea for`,
      weak: `suggest*, improve*, improvement*, recommend*, rating, review, opinion, wish, impressed, idea`,
    },
    newsletter: {
      strong: `
        newsletter*, unsubscribe, view (this email|it|this message|online) in .. browser, view in browser,
        weekly digest, this week's (news|issue|edition), manage [your] preferences, opt out, email preferences,
        you are receiving this (email|message|mail), press release, in this issue, subscriber*`,
      weak: `
        webinar*, digest, edition, sale, exclusive, register now, read more, learn more, event, events, headlines, top stories`,
    },
    spam: {
      strong: `
        you have (won|been selected), you've won, lottery, claim your (prize|reward|money),
        million (dollars|usd|euros|pounds), nigerian prince, viagra, casino, weight loss, work from home,
        make money fast, (act|order|buy|call) now, click here, 100 % free, risk free, get rich, hot singles,
        cheap (meds|pills|viagra|software), no obligation, limited time (offer|only), crypto .. (profit*|invest*),
        inheritance fund, next of kin, seo (services|ranking), earn .. per (day|week|month),
        dear (beneficiary|winner|friend), double your, (be|been) removed from (our|this|the|any) [mailing] list, to be removed,
        removal instructions, remove (yourself|your address), this is not spam, this is a one time (mailing|email),
        (mortgage|refinance) rates, refinance your, debt consolidation, consolidate your (debt*|bills), out of debt, credit repair,
        lose (weight|inches|pounds), (penis|breast|male) enlargement, herbal, anti aging, human growth hormone, online pharmacy,
        no prescription, no (experience|selling) (needed|required|necessary), 100 % guaranteed, financial (freedom|independence), extra income, unlimited income, be your own boss, multi level marketing,
        mlm, (bulk|mass) (email|mailing), (million|fresh) email addresses, (university|college) diploma*, (adults|adult) only, xxx,
        (nude|naked|horny) (girls|teens|women|celebrities), penny stock*, stock alert, investor alert, business proposal,
        strictly confidential, foreign (partner|account), (late|former) (president|head of state|military ruler),
        modalities, you are a winner, lowest rates, increase your (sales|income),
        (free|no cost) (quote|vacation|cell phone|membership|report), pre approved, call toll free`,
      weak: `
        free, winner, prize, guarantee*, bonus, cash, credit, cheap, amazing, offer expires, investment opportunity,
        bitcoin, dating, pills, toll free, apply now, order today, mortgage*, income, instantly, incredible, sex`,
    },
    personal: {
      strong: `
        happy birthday, see you (tonight|tomorrow|soon|there|at home), (mom|mum|dad|grandma|honey|sweetheart|darling),
        love you, miss you, lots of love, how are the kids, dinner (tonight|tomorrow|on), lunch (today|tomorrow),
        catch up, grab a (beer|coffee|drink|bite), hugs, weekend plans, congrats, congratulations on (your|the)`,
      weak: `
        kids, wife, husband, family, birthday, party, weekend, holiday*, vacation, lunch, dinner, beer, game, baby,
        wedding, friends, trip`,
    },
    auto_reply: {
      strong: `
        out of [the] office, automatic reply, auto reply, autoreply, automated (response|reply|message),
        auto generated, automatically generated, do not reply to this, don't reply to this,
        I am (currently|presently) (away|out|unavailable|on leave), on annual leave,
        (maternity|parental|sick) leave until, I will be (out|away|back), I'll be (out|away|back),
        limited access to [my] email, delivery (status notification|failure), undeliverable,
        mail delivery (failed|subsystem), returned to sender,
        we have received your (message|email|request|inquiry|ticket), your ticket has been (created|received),
        vacation (responder|reply)`,
      weak: `noreply, no reply, in my absence, upon my return, mailer daemon`,
    },
    general: {
      weak: `
        information, inquiry, enquiry, question, details, meeting, schedule, attached, update, report, agenda, project`,
    },
  },
  signals: ENGLISH_SIGNALS,
  forms: {
    greeting: `
      dear, hi, hello, hey, good (morning|afternoon|evening|day), greetings, to whom it may concern,
      ladies and gentlemen, sir or madam, attention, attn, hi there, hello there, hi all, hello all, hey all,
      dear all, all, folks, team, gentlemen, guys, everyone`,
    closing: `
      regards, (best|kind|kindest|warm|warmest|many) regards, best wishes, best, all the best, sincerely,
      yours (sincerely|faithfully|truly), sincerely yours, respectfully, cheers, thanks, thank you, many thanks,
      thanks again, thanks in advance, thank you in advance, thank you very much, thanks and regards,
      thanks and best regards, cordially, take care, love, talk to you soon, see you, with (best|kind) regards,
      warmly, with appreciation, thx`,
    pleasantry: `
      (I|we) hope (this|you|all|that you|everything) .. (find*|well|good|great|fine|doing|enjoy*|reach*|had|are|is),
      hope (all|you|this|everything|your), (I|we) trust (this|you) .. (find*|well),
      thank you for (contacting|reaching|your (email|message|time|attention|patience|understanding|cooperation|
      support|assistance|prompt)),
      thanks for (your (email|message|time|note|patience|help)|the (email|note|message)), my name is,
      nice to (meet|hear), how are you, (looking|look) forward to (hearing|your|seeing|meeting|speaking|receiving),
      (please|do not|don't|feel) .. (hesitate|free to contact), feel free to (contact|call|reach|ask),
      let me know if you (have|need|want|would) .. (question*|anything|further|more|additional),
      let us know if you (have|need), if you (have|need) any (questions|further|additional|comments|more|other),
      please (call|contact|let|email|reach) .. (question*|hesitate|if you have), thank you [very much] in advance,
      have a (nice|great|good|lovely),
      (I|we) appreciate your (time|help|patience|prompt|attention|support|assistance|quick),
      your (prompt|quick|immediate|timely) (response|assistance|attention|reply|support) .. appreciated,
      any (questions|help|comments), talk to you, it was (nice|good|great) (to|talking|meeting|seeing|speaking),
      sorry for the (inconvenience|delay|late), long time no, I am writing to you as,
      happy (new year|holidays|friday|monday), merry christmas`,
    lead: `
      please (note|be advised|be informed|be aware|find) [that|attached|below],
      (I am|I'm|we are|we're) (writing|reaching out|contacting you|emailing) [you|today|in|because|to],
      (I|we) (wanted|want|would like|am pleased|are pleased|am happy|are happy) to (let you know|inform you|inform|
      tell you|share|report|announce|remind you|advise you|confirm|express|follow up|bring to your attention|notify you),
      (I'd|we'd) like to (let you know|inform you|remind you|ask|follow up),
      this is to (inform|notify|confirm|advise|let) [you] [know] [that],
      just (wanted|a quick note|a reminder|a note|a) [to] [let you know|that],
      (it is|it's) (my|our) pleasure to (announce|inform), as you [may|probably|all] know,
      as (discussed|agreed|requested|promised|mentioned|per our conversation|we discussed), following up on,
      further to (our|my|your), per (our|your) (conversation|discussion|request|phone),
      (I|we) (think|believe|understand|guess|assume|hope|know|just), in case you, for your information, fyi, fyi the,
      (could|can|would|will) you [please], please, let me know if, let me know, let us know if,
      I wonder if, (I|we) (need|would like|want) [you] to, it (seems|appears|looks) [like|that|as if], by the way,
      also, however, in addition, therefore, so, and, but, well, ok, okay, additionally, furthermore, unfortunately,
      attached (is|are|please find), here (is|are), enclosed (is|are), here's, there (is|are|
      will be), we have, I have, (I am|I'm|we are|we're) writing to (confirm|ask|report|complain|remind you),
      (I|we) (was|am|were|are) [just] wondering (if|whether) [I|we|you] [could|can] [have],
      just wondering (if|whether) [I|we|you] [could|can] [have], thought you (might|would|may) (be interested in|like|want),
      (with|in) (regard|regards|respect|reference) to, most of you [already|may] know, it is my understanding that,
      this is [actually], these are,
      (I am|I'm|we are|we're) (trying|planning|going|excited|glad) to [announce|share|report],
      (is|are) (pleased|excited|happy|proud) to (announce|offer|present), take a look at, just, actually`,
    directive: `
      please, kindly, (could|can|would|will) you, (I|we) (need|would like|want) you to, need (you|someone) to,
      (make|be) sure (to|you|that), don't forget to, remember to, let me know, let us know,
      you (must|should|need to|will need to|have to),
      (must|should|needs to) be (completed|returned|submitted|signed|sent|paid|received|done),
      (send|call|email|forward|review|confirm|check|complete|sign|return|submit|update|contact|reply|respond|provide|
      schedule|prepare|bring|fix|add|remove|ensure) (me|us|the|your|this|it|to|a|that|by|all),
      action (required|needed|item), to do, would you mind, I expect (you|a|an), (I|we) (ask|request) (you|that),
      get back to (me|us)`,
    before_date: `
      by, before, until, till, due, deadline, no later than, not later than, prior to, due on, due by, ends, end,
      expires, expire, at the latest, latest, on or before, closes, closing date, close of business, submit, rsvp,
      respond, reply, valid until, through`,
    disclaimer: `
      this (e-mail|email|message|communication|transmission) .. (confidential|intended|contains|and any|may contain|
      is intended),
      confidentiality notice, if you are not the intended recipient, intended (solely|only) for,
      please consider the environment, privileged (and|or) confidential, if you have received this .. error,
      the information (contained|in) .. (e-mail|email|message|transmission), scanned for viruses,
      registered in (england|scotland|ireland)`,
    footer: `
      to unsubscribe, unsubscribe, sent from my, get outlook for, you are receiving this, all rights reserved,
      manage your preferences, view in browser, forwarded by, original message`,
  },
};
