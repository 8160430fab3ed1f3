import type { CueSheet } from './cue-sheet.js';

/** The longest list of the English sheet, a file of its own for its length. */
export const ENGLISH_SIGNALS: CueSheet['signals'] = {
  outage: `
    outage*, (is|are|went|gone|been|was|completely|currently|servers|site|system|service) down, offline,
    (service|system|server|website|network|site|platform|application|power) (interruption*|disruption*|failure*|
    unavailab*|unreachable|downtime),
    unavailable, unreachable, downtime, not reachable, (complete|total) (failure|breakdown|standstill), broke down,
    has failed, have failed, interruption*, disruption*, no (internet|power|signal|connection)`,
  everyone: `
    (all|every|multiple|many|numerous|several) .. (user*|customer*|client*|employee*|staff|department*|site*|
    location*|team*|office*|store*|branch*|device*|patient*),
    everyone, everybody, nobody (can|is able), no one (can|is able),
    (whole|entire) (company|team|office|department|organisation|organization|site|plant|floor|network|system|store),
    company wide, organi(s|z)ation wide, across (the|our|all), widespread, system wide`,
  blocked: `
    (cannot|can't|can not|could not|couldn't|unable to|not able to|impossible to) (work|log|login|sign|access|connect|
    open|use|pay|send|receive|print|process|ship|complete|proceed|continue|operate|start|save|reach|get|place|submit|join|view|load|download|upload|enter|deliver|invoice|serve|finish|issue|sell),
    locked out, at a standstill, work .. (stopped|halted|interrupted), (completely|totally) (stuck|blocked),
    no access, lost access, without access, prevents (us|me|users|customers|them) from,
    preventing (us|me|users|customers|access|the|our), halted, blocking (us|me|our|all|work), inaccessib*, stuck`,
  fault: `
    (not|doesn't|don't|isn't|won't|aren't|stopped|no longer) .. (work|working|function|functioning|load|loading|
    respond|responding|start|starting|open|opening|connect|connecting|sync*|show*|display*|send*),
    error*, bug, bugs, crash*, fail, fails, failed, failing, failure*, malfunction*, broken, faulty, defect*,
    glitch*, fault*, issue, issues, problem, problems, trouble*, incorrect*, corrupt*, wrong, mismatch*,
    discrepanc*, inconsisten*, anomal*, missing, disconnect*, freez*, overheat*, difficult*, complication*,
    unexpected*, went wrong`,
  degraded: `
    slow*, delay*, latency, lag, lags, lagging, intermittent*, sporadic*,
    performance (issue*|problem*|drop*|degradation), degrad*, timeout*, timed out, takes (too long|forever|ages),
    unstable, instability, flaky, unreliable, drops, dropping, poor (performance|quality|connection),
    below expectations, underperform*`,
  recurring: `
    again and again, repeatedly, recurr*,
    keeps (happening|failing|crashing|coming|dropping|disconnecting|freezing|appearing), persist*,
    still (not|doesn't|isn't|occurs|happens|exists|broken|having|experiencing|unresolved), happened (again|before),
    every (time|day|week) .. (I|we|it|the), for (weeks|months|days), continues to, continu* issue*,
    ongoing (issue*|problem*|trouble*), frequent*, since the (last|latest|recent|update|upgrade), consistently`,
  cause: `
    root cause*, underlying (cause|issue|problem|reason), caused by, due to, stem* from,
    might be (due|caused|related|because), could be (due|caused|related|because),
    possibl* (due|caused|because|related), likely (due|caused|because|related), suspect*, reason for,
    why (this|it|the|does|is|are) .. (happen*|fail*|occur*|crash*|not),
    already (tried|attempted|restarted|rebooted|checked|updated|reinstalled), have (tried|attempted),
    tried (restarting|rebooting|updating|reinstalling|clearing|resetting|to), attempted, attempts, troubleshoot*,
    after (restarting|updating|resetting|the update|the upgrade), potential cause*, investigat*`,
  data_loss: `
    (data|file*|record*|document*|email*|backup*|work|entries) .. (lost|gone|deleted|disappeared|vanished|missing|
    corrupted|wiped|erased),
    lost (all|our|my|the) .. (data|file*|record*|work|document*), data (loss|corruption),
    accidentally (deleted|erased|overwrote), corrupted (data|file*|database*)`,
  security: `
    breach*, hacked, hacker*, hacking, ransomware, malware, phishing, virus, trojan, unauthori*, intrusion*, cyber*,
    compromised, leak*, exposed, exposure, stolen, theft, stole, fraud*,
    suspicious (activity|login*|access|email*|transaction*|behaviour|behavior), vulnerabilit*, attack*,
    data protection incident, exploit*, security (incident*|threat*|risk*|alert*|issue*|concern*|flaw*|gap*|hole*)`,
  sensitive: `
    (medical|patient|personal|confidential|sensitive|health|customer|financial) (data|record*|information), PHI,
    HIPAA, GDPR, compliance violation*, regulator*, confidentiality, data privacy, social security number*`,
  critical: `
    critical*, severe*, serious*, emergency, emergencies, crisis, disaster*, catastroph*, major,
    significant* (impact*|disrupt*|affect*|delay*|risk*|loss*|problem*|issue*), grave, vital, mission critical,
    business critical, severity (1|one), priority (1|one), P1, sev1, sev 1, high priority, top priority,
    highest priority, crucial, alarming, dangerous`,
  business: `
    (affect*|impact*|disrupt*|halt*|hinder*|hamper*|jeopardi*|interrupt*|threaten*|damag*) .. (business|operation*|
    production|productivity|revenue|sales|customer*|client*|workflow*|work|service*|project*|compan*|reputation|patient*|trust),
    (business|daily|our|hospital|production|core) (operations|processes|activities|continuity),
    losing (money|customers|business|revenue|sales), lost (sales|revenue|business|customers),
    production (line|stop*|down|environment|system*), revenue loss*, penalt*,
    loss of (revenue|income|sales|customers|trust), financial loss*, costs us, costing us,
    operational (disruption*|impact|delay*)`,
  overcharge: `
    (charged|billed|debited|paid|deducted) (twice|double|too much|incorrectly|wrongly|again|without),
    double charge*, overcharg*, wrong (amount|invoice), unexpected (charge*|fee*|debit*),
    unauthori*ed (charge*|payment*|debit*|transaction*), incorrect (charge*|invoice*|amount*|bill*|payment*)`,
  legal: `
    legal action, lawyer*, attorney*, solicitor*, lawsuit*, sue you, court, subpoena*, consumer protection,
    trading standards, small claims, regulator, legal proceedings, formal notice, breach of contract, ombudsman,
    litigation`,
  safety: `
    injur*, hospitali*, fire, smoke, electric shock, gas leak, explosion*, hazard*, danger, life threatening,
    unsafe, health risk*, poison*, allergic reaction, evacuat*, flood*, patient safety, ambulance`,
  immediate: `
    urgent*, urgency, asap, a.s.a.p, as soon as (possible|you can|humanly possible), immediate*, right away,
    straight away, at once, right now, without delay, instantly, time (sensitive|critical), cannot wait, can't wait,
    no later than, as quickly as possible, as a matter of urgency, at your earliest (convenience|opportunity),
    expedite*, emergency, instant attention, today, tonight, within the (hour|day),
    within (1|2|3|4|6|8|12|24|48|one|two|three|four) hour*, before (close|end) of (business|day|play),
    by (cob|eob|eod), by noon, by tonight, now please`,
  soon: `
    prompt*, quick*, swift*, speedy, speedily, soon, timely, rapid*, fast, shortly, this week, tomorrow,
    in a timely manner, hurry, pressing, at the earliest, priority, important, importance, essential,
    need* (help|assistance|support) with`,
  deadline: `
    deadline*, due (date|by|on|today|tomorrow),
    by (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|the end of|end of|next week|close of),
    before (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow),
    until (monday|tuesday|wednesday|thursday|friday|tomorrow), expires (today|tomorrow|on|in|soon),
    last (day|date|chance) (to|for), final (notice|reminder|warning|deadline), overdue, past due,
    running out of time,
    (presentation|launch|meeting|audit|go live|exam|flight|event|departure) .. (today|tomorrow|tonight|monday|tuesday|
    wednesday|thursday|friday),
    must be (received|submitted|completed|signed|paid|returned) by`,
  unhurried: `
    not urgent, non urgent, isn't urgent, no (rush|hurry|urgency|pressure), no need to (rush|hurry),
    not [a] (priority|critical|important|pressing), whenever (you|it) (have|get|can|is|suits),
    when (you|u) (have|get|find) (a moment|time|a chance|a minute|some time), in your own time, take your time,
    at your (convenience|leisure), low priority, minor, cosmetic, nice to have,
    just (wondering|curious|checking|wanted to say|fyi), out of curiosity, no action (needed|required|necessary),
    no reply (needed|necessary|required), small (question|thing|issue|request|detail), trivial, some day, someday,
    eventually, for your information, fyi, if possible, not affecting, workaround, slight*, typo`,
  escalation: `
    (second|third|fourth|fifth|2nd|3rd|4th|5th) (time|reminder|request|email|attempt|notice),
    still (waiting|awaiting|no),
    (no|without|never received|haven't received|have not received|not received) [any|a] (reply|response|answer|
    reaction|feedback|solution),
    (nobody|no one) has (answered|replied|responded), in a row, business elsewhere, switch .. (provider|supplier),
    escalat*, already (called|written|emailed|contacted|reported|asked),
    (called|emailed|contacted|written|reported) .. (times|twice|several|repeatedly),
    speak to .. (manager|supervisor), last chance, ignored, waited (for|over|more),
    waiting (for|since) .. (week*|month*|days), nobody (answers|replies|responds|helps|cares), once again,
    yet again, repeated (request*|attempt*|call*), final (notice|reminder)`,
  ask: `
    please (send|provide|help|advise|let|check|review|confirm|forward|call|contact|update|fix|resolve|look|give|
    explain|tell|share|assist|reset|cancel|change|issue|arrange|reply|respond|complete|sign|return|find|see|investigate|address|clarify|supply|inform|take|make|add|remove|get|ensure|activate|delete|unlock|refund|replace),
    kindly,
    (could|can|would|will) you [please|kindly|also|possibly] (send|provide|help|tell|let|give|share|check|confirm|
    explain|assist|advise|look|supply|forward|arrange|offer|review|update|clarify|inform|take|make|add|call|fix|resolve|outline|elaborate|suggest|recommend|guide|describe|be so kind),
    I would like [to], we would like [to], I'd like [to], we'd like [to],
    (I|we) (need|require|request|want|seek|am requesting|am seeking|are requesting|are seeking|am looking|
    are looking),
    request*, requir*, seek*, need your,
    appreciate (it if|if you|your (help|assistance|guidance|support|advice|input)),
    would be (grateful|great|appreciated|helpful), looking for, in need of, send me, send us,
    (help|assistance|support) (with|in|needed|required|for|is needed)`,
  inquiry: `
    information (about|on|regarding|concerning),
    (more|further|additional|detailed|comprehensive|general|specific) (information|details|info|data|documentation),
    details (about|on|of|regarding|concerning), inquir*, enquir*, documentation, learn more,
    (guidance|guide|guidelines|instructions|tutorial*|recommendations|advice|best practices|tips|resources|insight*|
    overview) [on|for|about],
    interested in, pricing, quote, quotation, brochure*, catalog*, availability,
    (available|different|various) (option*|feature*|plan*|tool*|service*), how to,
    how (can|do|does|would|should|could) (I|we|you|your|it|the|one), examples, features of, tell me about,
    know more, considering, plans, step by step`,
  change: `
    change, changes, changing, changed .. to, modif*, adjust*, amend*,
    (update|upgrade|migrate|migration|switch|transition|move|convert) (to|of|for|our|the|my|from|request), upgrad*,
    implement*, integrat*, deploy*, rollout, roll out, add (a|an|the|new|support|more), adding,
    introduc* .. (feature*|new), reconfigur*, configuration (change*|update*), new feature*, feature request*,
    enable, extend, extension, expand*, replace .. with, set up, revise*, revision*, redesign*, customi*, rename,
    reschedul*, transfer .. to`,
  improvement: `
    improv*, enhanc*, optimi*, better (performance|user|experience|efficien*|integration|visib*), streamlin*,
    strengthen*, boost*, moderni*, increase (efficiency|productivity|visibility|engagement|brand), strateg*, brand*,
    marketing, growth, campaign*, leverag*, scal(e|able|ability)`,
  question: `
    how (do|can|does|to|much|many|long|often|would|should|could) [I|we|you],
    what (is|are|does|do|would|kind|type|time|happens|should), when (is|are|will|does|do|can),
    where (is|are|can|do), which (one|of|option|version|plan), who (is|are|can|should|do), why (is|are|does|do|did),
    is (it|there) (possible|a|any), are there (any|other), do (you|we) (have|offer|know|support|accept|provide),
    does (it|this|the|your),
    (I|we) (wonder|was wondering|were wondering|am wondering|have a question|had a question),
    wondering (if|whether|how|what), can (I|we|it), (quick|short|small|simple|another|one) question*,
    question about, questions about, would it be possible, any (idea|chance|update|news)`,
  inform: `
    fyi, for your information, (please|kindly) (note|be advised|be informed|be aware|find attached|find enclosed),
    (attached|enclosed) (is|are|please|you), this is to (inform|confirm|notify|advise),
    (we|I) (are|am) (pleased|happy|delighted|excited|proud) to (announce|inform|share|report|confirm),
    wanted to (let you know|inform|share|update),
    (have|has) been (approved|completed|resolved|shipped|confirmed|scheduled|updated|moved|appointed|announced),
    as (discussed|agreed|promised|requested), for your (records|reference|review), reminder that,
    just letting you know, heads up, here is the, here are the, see (attached|below), announc*, minutes of,
    meeting notes`,
  thanks: `
    thank you (for your help|so much|very much|for the|for your quick|for your prompt|again),
    thanks (a lot|so much|very much|for|again|to), many thanks, much appreciated,
    appreciate (it|your help|that|everything), grateful for, problem (solved|fixed|resolved),
    (works|working|all) (now|again|perfectly|fine|good), issue (is|was|has been) (solved|fixed|resolved)`,
  positive: `
    great, excellent, fantastic, amazing, wonderful, perfect*, awesome, love, loved, happy, glad, pleased,
    delighted, satisfied, impressed, impressive, brilliant, superb, good (job|work|news|service|experience|quality),
    well done, helpful, friendly, outstanding (service|work|job|support|quality|experience), enjoy*, excited,
    thank you so much, thanks so much, congratulations, congrats, fast (delivery|service|response),
    highly recommend, best (service|product|experience), nice (work|job|to), works (great|well|perfectly|fine),
    thrilled, fun, beautiful`,
  negative: `
    disappoint*, unhappy, not (happy|satisfied|pleased|acceptable|amused|good|what I), dissatisf*, unsatisf*, poor*,
    bad, badly, worse, worst, terrible, terribly, horrible, awful, frustrat*, annoy*, inconvenien*, useless,
    unfortunately, concern*, worr*, upset, confus*, complain*, problem*, issue*, fail*, error*, broken, damaged,
    defective, faulty, delay*, late, missing, lost, wrong, trouble*, difficult*, regret, sorry, sad, inadequate,
    unreliable, struggl*, suffer*, negative*, harm*, critical*, severe*, disrupt*,
    never (arrived|received|again|works|worked), slow, unresolved, overcharged, waste of`,
  angry: `
    unacceptable, outrag*, ridiculous, furious, disgust*, disgrace*, fed up, angry, appall*, shocking, scandal*,
    incompeten*, joke, rip off, scam, liar*, lying, rude, insult*, worst, never again, sick of, sick and tired,
    waste of (time|money), pathetic, shame on, lost patience, demand (a|an|my|that|immediate), absurd`,
};
