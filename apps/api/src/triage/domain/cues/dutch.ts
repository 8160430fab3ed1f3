import type { CueSheet } from './cue-sheet.js';

export const DUTCH: CueSheet = {
  language: 'nl',
  categories: {
    billing: {
      strong: `
        factuur*, facturen, facturatie, (dubbel|twee keer) (betaald|afgeschreven|gefactureerd), incasso*, creditnota,
        betalingsherinnering*, aanmaning*, openstaand* (bedrag|saldo|factuur), betaalbewijs, btw`,
      weak: `
        betaling*, betalen, betaald, bedrag*, kosten, prijs, tarief, terugbetaling*, overschrijving*, abonnement*,
        creditcard, IBAN`,
    },
    technical_support: {
      strong: `
        foutmelding*, werkt [het] niet [meer], (werken|laadt|start|opent|reageert) niet, loopt vast, vastgelopen,
        storing*, technisch* (probleem|problemen|ondersteuning), crash*, bug, bugs, verbindingsprobleem*`,
      weak: `
        fout, fouten, software, hardware, server*, netwerk*, printer*, laptop*, apparaat, apparaten, database*, app,
        applicatie*, update*, versie*, configur*, install*, browser*, VPN, wifi, backup*, systeem, systemen, platform`,
    },
    sales: {
      strong: `
        offerte*, prijsopgave*, prijslijst*, gratis proefperiode, demonstratie, verkoopafdeling,
        interesse in (uw|jullie), kwantumkorting, wederverkoper`,
      weak: `aanbieding*, korting*, catalogus, licentie*, kopen, aankoop*, brochure*, demo`,
    },
    complaint: {
      strong: `
        klacht*, beklag, onacceptabel, onaanvaardbaar, teleurgesteld*, ontevreden*,
        (slechte*|vreselijke*|waardeloze*) (service|kwaliteit|ervaring|klantenservice), schadevergoeding, nooit meer,
        schandalig`,
      weak: `frustr*, boos, geïrriteerd, slecht*, belachelijk`,
    },
    cancellation: {
      strong: `
        opzeg*, opgezegd, annuler*, annulering*, (contract|abonnement|lidmaatschap) .. (beëindig*|stopzet*),
        niet verlengen, herroepingsrecht`,
      weak: `stopzetten, beëindig*, opzegtermijn, verlenging`,
    },
    order: {
      strong: `
        mijn bestelling, onze bestelling, bestelnummer*, ordernummer*, orderbevestiging, bestelling plaatsen,
        inkooporder`,
      weak: `bestelling*, besteld*, bestellen, artikel*, aantal, op voorraad, leverbaar`,
    },
    delivery: {
      strong: `
        (pakket|levering|zending) .. (kwijt|vertraagd|beschadigd|aangekomen|ontvangen),
        niet (geleverd|bezorgd|aangekomen), track en trace, trackingnummer, leverdatum, levertijd, bezorgadres,
        waar blijft (mijn|het)`,
      weak: `levering*, lever*, bezorg*, verzend*, verzonden, pakket*, zending*, koerier*, douane`,
    },
    returns: {
      strong: `
        retour*, terugsturen, ruilen, omruil*, retourlabel,
        (verkeerd|kapot|defect|beschadigd)* (artikel|product|maat|item), geld terug, garantieclaim`,
      weak: `garantie*, terugbetal*, defect*, kapot*, beschadigd*, vervang*`,
    },
    security: {
      strong: `
        phishing, ransomware, malware, virus, gehackt, hacker*, datalek*, beveiligingsincident*, beveiligingslek*,
        (onbevoegd*|ongeautoriseerd*|verdacht*) (toegang|activiteit*|inlog*), fraude*, kwetsbaarheid, kwetsbaarheden,
        cyber*, gestolen, oplichting`,
      weak: `beveilig*, veiligheid, verdacht*, versleutel*, firewall*, privacy, bedreiging*`,
    },
    legal: {
      strong: `
        advoca*, rechtbank*, juridische* stappen, dagvaarding, ingebrekestelling, AVG, geheimhoudingsovereenkomst,
        algemene voorwaarden, aansprakelijk*, rechtszaak`,
      weak: `contract*, overeenkomst*, juridisch*, clausule*, ondertekenen, handtekening`,
    },
    recruitment: {
      strong: `
        sollicit*, vacature*, motivatiebrief, curriculum vitae, sollicitatiegesprek, stage*, kandidaat, kandidaten`,
      weak: `CV, functie, salaris, baan, gesprek, personeelszaken, arbeidscontract`,
    },
    account: {
      strong: `
        wachtwoord*, (kan|lukt) niet .. inloggen, niet inloggen,
        account .. (geblokkeerd|verwijderen|vergrendeld|aanmaken), verificatiecode, tweestaps*, adreswijziging,
        inloggegevens`,
      weak: `account*, inlog*, aanmeld*, profiel*, toegang*, gebruikersnaam, rechten, registr*`,
    },
    feedback: {
      strong: `
        feedback, suggestie*, compliment*, enquête*, goed gedaan, ga zo door, aanbevelen, mijn mening, idee voor`,
      weak: `verbeter*, mening*, beoordeling*, voorstel*, idee*`,
    },
    newsletter: {
      strong: `
        nieuwsbrief*, afmelden, uitschrijven, bekijk .. (browser|online), u ontvangt deze (e-mail|mail), persbericht*,
        in deze editie`,
      weak: `webinar*, editie, evenement*, schrijf je in, lees meer, meer informatie, exclusie*, actie`,
    },
    spam: {
      strong: `
        u hebt gewonnen, je hebt gewonnen, loterij, claim uw prijs, miljoen (euro|dollar), viagra, casino,
        snel afvallen, geld verdienen, klik hier, 100 % gratis, alleen vandaag`,
      weak: `gratis, prijs winnen, bonus, krediet, bitcoin, gegarandeerd`,
    },
    personal: {
      strong: `
        gefeliciteerd met je, fijne verjaardag, mama, papa, oma, opa, schat, lieverd, ik hou van je, kusjes, knuffel,
        hoe gaat het met, tot vanavond, mis je`,
      weak: `verjaardag, feest, weekend, vakantie, kinderen, familie, lunch, eten, bruiloft, vrienden, reis`,
    },
    auto_reply: {
      strong: `
        automatisch antwoord, automatische reactie, automatisch gegenereerd, afwezig*, niet op kantoor,
        ik ben (afwezig|met vakantie|op vakantie), beantwoord deze (e-mail|mail) niet, niet worden bezorgd,
        wij hebben uw (bericht|aanvraag|e-mail) ontvangen`,
      weak: `afwezigheid, mijn terugkeer, noreply`,
    },
    general: { weak: `informatie, vraag, vragen, vergadering*, bijlage*, rapport*, project*` },
  },
  signals: {
    outage: `
      storing*, uitval, uitgevallen, plat, ligt (eruit|plat),
      (server*|systeem|netwerk|website|dienst) .. (plat|down|onbereikbaar|uitgevallen|niet beschikbaar), onbereikbaar,
      offline, onderbreking*, onderbroken, niet (bereikbaar|beschikbaar), geen (internet|verbinding|stroom)`,
    everyone: `
      (alle|meerdere|veel|verschillende|diverse) .. (gebruikers|klanten|medewerkers|collega*|afdeling*|vestiging*|
      winkel*|apparaten|patiënten),
      iedereen, niemand kan, hele (bedrijf|kantoor|afdeling|team|netwerk), bedrijfsbreed`,
    blocked: `
      (kan|kunnen|kon|konden) .. niet [meer] (werken|inloggen|openen|gebruiken|betalen|versturen|ontvangen|printen|
      verder),
      geen toegang, geblokkeerd*, onmogelijk, ligt stil, stilgelegd, lukt niet, verhinder*`,
    fault: `
      fout, fouten, foutmelding*, foutief, probleem, problemen, storing*, defect*, kapot*, werkt niet [meer],
      (werken|laadt|start|opent|reageert) niet, crash*, bug, bugs, mislukt*, onjuist*, verkeerd*, ontbreekt,
      ontbreken*, beschadigd*, afwijking*, onverwacht*, vastgelopen, loopt vast, moeilijkheden`,
    degraded: `traag, trage, langzaam, vertrag*, haper*, instabiel*, soms, onbetrouwbaar, prestatieproblem*`,
    recurring: `
      steeds [weer], opnieuw, herhaaldelijk, alweer, nog steeds, terugkerend*, aanhoudend*, voortdurend,
      blijft (bestaan|gebeuren), sinds (gisteren|dagen|weken|vorige|de|het), regelmatig, telkens, keer op keer`,
    cause: `
      oorzaak, oorzaken, veroorzaakt, als gevolg van, door een, mogelijk, waarschijnlijk, vermoed*, waarom,
      al (geprobeerd|herstart|gecontroleerd), herstart*, opnieuw opgestart, na (de|een|het) update, onderzoek*,
      pogingen`,
    data_loss: `
      dataverlies, gegevensverlies,
      (gegevens|bestand|bestanden|data|documenten) .. (kwijt|verloren|verwijderd|verdwenen|gewist),
      per ongeluk (verwijderd|gewist)`,
    security: `
      gehackt, hacker*, ransomware, malware, phishing, virus, onbevoegd*, ongeautoriseerd*, datalek*, inbreuk*,
      beveiligingsincident*, beveiligingslek*, gestolen, diefstal, fraude*, verdacht*, aanval*, kwetsbaarheid,
      kwetsbaarheden, gelekt, cyber*, oplichting`,
    sensitive: `
      (medische|persoonlijke|gevoelige|vertrouwelijke) (gegevens|informatie), persoonsgegevens, patiëntgegevens,
      klantgegevens, AVG, privacy`,
    critical: `
      kritiek*, kritisch*, ernstig*, noodgeval*, crisis, ramp*, cruciaal, cruciale, van levensbelang, hoge prioriteit,
      hoogste prioriteit, zwaar, gevaarlijk*`,
    business: `
      (invloed|gevolgen|impact) .. (bedrijf*|productie|klanten|omzet|werk*|project*), omzetverlies,
      productie (ligt|
      stil*), bedrijfsvoering, bedrijfsprocessen, verliezen .. klanten, productiviteit, boeteclausule`,
    overcharge: `
      (dubbel|twee keer|te veel|onterecht) .. (betaald|afgeschreven|gefactureerd|berekend),
      dubbele (afschrijving|betaling|incasso), onjuiste (factuur|bedrag), onverwachte kosten`,
    legal: `
      advoca*, juridische* stappen, rechtbank*, dagvaard*, consumentenbond, rechtszaak, aangifte, contractbreuk,
      ingebrekestelling, deurwaarder`,
    safety: `
      gewond*, brand, rook, elektrische schok, gaslek*, explosie*, gevaar, ongeval*, ziekenhuis, vergiftiging,
      ontruim*, overstroming, lekkage`,
    immediate: `
      dringend*, urgent*, spoed*, met spoed, onmiddellijk, direct, meteen, nu meteen, zo (snel|spoedig) mogelijk,
      asap, per direct, vandaag, vandaag nog, vanavond, binnen (een uur|24 uur|48 uur), kan niet wachten, onverwijld`,
    soon: `snel*, spoedig*, vlot, binnenkort, morgen, deze week, belangrijk*, tijdig*, prioriteit, noodzakelijk*`,
    deadline: `
      deadline*, uiterlijk, (voor|tot) (maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|het einde),
      termijn, verloopt, vervalt, vervaldatum, laatste (herinnering|aanmaning|dag|kans)`,
    unhurried: `
      niet (dringend|urgent|belangrijk), geen haast, heeft geen haast, wanneer het uitkomt, als u tijd (hebt|heeft),
      als je tijd hebt, op uw gemak, lage prioriteit, klein* (vraag|vraagje|foutje|detail), alleen een vraag,
      ter informatie, ter kennisgeving, indien mogelijk, ooit, geen actie nodig`,
    escalation: `
      (tweede|derde|vierde) (keer|maal|herinnering|verzoek|mail), nog steeds (geen|niet), nog altijd geen,
      (geen|zonder) (antwoord|reactie|oplossing), al (gebeld|gemaild|gemeld|meerdere), leidinggevende, genegeerd,
      ik wacht (al|nog), meermaals`,
    ask: `
      graag, alstublieft, alsjeblieft, (kunt|kun|zou|zoudt|wilt|wil) (u|je|jij|jullie),
      (ik|wij|we) (wil|willen|zou|zouden|heb|hebben) .. (graag|nodig), verzoek*, verzoeken, hulp, ondersteuning,
      gelieve, nodig`,
    inquiry: `
      (informatie|details|gegevens) (over|betreffende|omtrent), meer (informatie|details), documentatie, handleiding*,
      advies, aanbeveling*, interesse, geïnteresseerd, prijzen, offerte, beschikbaarheid, opties, mogelijkheden,
      hoe (kan|kunnen|moet), weten, voorbeelden`,
    change: `
      wijzig*, verander*, aanpass*, aangepast, bijwerken, upgrade*, migrat*, migreren, implement*, integr*, toevoeg*,
      nieuwe functie*, uitbreid*, vervangen, verplaats*, instellen, overzetten`,
    improvement: `
      verbeter*, optimalis*, versterk*, moderniser*, strateg*, merk, marketing, groei, campagne*, efficiënt*`,
    question: `
      hoe (kan|lang|veel|werkt|vaak), wat (is|zijn|kost), wanneer (is|kan|wordt|komt), waar (is|kan|zijn), welke,
      wie (is|kan), waarom, is het mogelijk, hebben jullie, heeft u, bieden jullie, ik vraag me af, een vraag,
      vraag over, kan ik, kunnen we`,
    inform: `
      ter informatie, ter kennisgeving, bijgevoegd, in de bijlage, hierbij (bevestig|deel|stuur|informeer),
      wij zijn verheugd, (is|zijn) (goedgekeurd|bevestigd|verzonden|opgelost|verplaatst|bijgewerkt),
      zoals (afgesproken|besproken), notulen, herinnering aan`,
    thanks: `
      (bedankt|dank|dankjewel|dank u) (voor (uw|je|de|jullie) (hulp|snelle|ondersteuning)|nogmaals),
      hartelijk dank voor de, probleem (is opgelost|opgelost), (werkt|alles) (nu|weer|goed|prima|opgelost)`,
    positive: `
      geweldig*, uitstekend*, perfect*, fantastisch*, prachtig*, tevreden, blij, goed, goede, fijn*, top, super,
      prima, vriendelijk*, behulpzaam, aanrader, gefeliciteerd, leuk*, snelle (levering|service|reactie)`,
    negative: `
      teleurgesteld*, ontevreden*, slecht*, erger, vreselijk*, verschrikkelijk*, frustr*, vervelend*, helaas, jammer,
      bezorgd, zorgen, probleem, problemen, fout, fouten, storing*, kapot*, defect*, vertraag*, vertraging*, traag,
      kwijt, ontbreekt, klacht*, ongemak, nutteloos, ernstig*, verdrietig`,
    angry: `
      onacceptabel*, onaanvaardbaar*, schandalig*, woedend, boos, belachelijk*, oplichter*, zat, nooit meer,
      incompetent*, waardeloos, eis, leugen*, schande`,
  },
  forms: {
    greeting: `beste, geachte, hallo, hoi, hi, hey, goedemorgen, goedemiddag, goedenavond, goedendag, lieve, dag`,
    closing: `
      met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten, groet, groeten,
      groetjes, mvg, hoogachtend, bedankt, dank u wel, dankjewel, alvast bedankt, bij voorbaat dank, liefs, tot snel,
      hartelijke groet, hartelijke groeten`,
    pleasantry: `
      ik hoop dat .. (goed|gaat), (bedankt|dank) .. (tijd|moeite|aandacht|begrip|bericht), bij voorbaat dank,
      alvast bedankt, ik zie uit naar, ik kijk uit naar, aarzel niet, ik hoor graag, wij horen graag, mijn naam is,
      fijne (dag|avond|week), hoe gaat het`,
    lead: `
      ik schrijf u [omdat|om|over], ik neem contact op [omdat|om|over], hierbij (wil|wilde) ik [u],
      ik (wil|wilde|zou) u (laten weten|informeren|melden) [dat], let op [dat], zoals (besproken|afgesproken|u weet),
      ik (denk|geloof|hoop) [dat], helaas, daarnaast, ook, dus, en, maar, ter informatie, (kunt|kun|zou) (u|je),
      graag, er (is|zijn), bijgevoegd vindt u`,
    directive: `
      graag, gelieve, alstublieft, alsjeblieft, (kunt|kun|zou|wilt|wil) (u|je|jij|jullie), (u|je) (moet|dient),
      (moet|moeten) .. worden, (stuur|bel|controleer|bevestig|mail|geef|teken|vul), vergeet niet, ik verzoek u,
      wij verzoeken u`,
    before_date: `
      voor, uiterlijk, tot, tot en met, deadline, verloopt, verloopt op, vervalt, vervaldatum, termijn, tegen,
      niet later dan`,
    disclaimer: `
      (dit|deze) (bericht|e-mail|mail) .. (vertrouwelijk*|bestemd|bevat), vertrouwelijke informatie,
      niet de (geadresseerde|beoogde), denk aan het milieu`,
    footer: `
      afmelden voor, uitschrijven, verzonden vanaf mijn, alle rechten voorbehouden, oorspronkelijk bericht,
      doorgestuurd bericht`,
  },
};
