import type { CueSheet } from './cue-sheet.js';

export const ITALIAN: CueSheet = {
  language: 'it',
  categories: {
    billing: {
      strong: `
        fattura*, fatturazione, fatture, (addebitato|pagato|fatturato) due volte, doppio (addebito|pagamento),
        addebito*, addebiti, nota di credito, sollecito di pagamento, saldo (dovuto|insoluto), insoluto*,
        ricevuta di pagamento, IVA, estratto conto, metodo di pagamento, pagamento (fallito|rifiutato)`,
      weak: `
        pagamento, pagamenti, pagare, pagato, importo, importi, ricevuta, tariffa*, prezzo, prezzi, rimborso,
        bonifico, abbonamento, carta di credito, IBAN, costo, costi`,
    },
    technical_support: {
      strong: `
        messaggio di errore, errore (di|del) sistema, non (funziona*|si avvia|si apre|risponde|carica),
        ha smesso di funzionare, si (blocca|chiude), guasto*, guasti, malfunzionament*,
        problema* (tecnico|di connessione), problemi tecnici, assistenza tecnica, supporto tecnico, bug, crash,
        incompatibilità`,
      weak: `
        errore, errori, software, hardware, server, rete, stampante, computer, portatile, dispositivo*, database,
        applicazione, app, aggiornamento, versione, configur*, install*, browser, VPN, wifi, backup, sistema, sistemi,
        piattaforma, API, integrazione`,
    },
    sales: {
      strong: `
        preventivo*, preventivi, richiesta di (preventivo|offerta|quotazione), listino prezzi, listino,
        prova gratuita, dimostrazione, ufficio commerciale, interessat* a (acquistare|vostri|i vostri|suoi),
        sconto quantità, proposta commerciale, diventare rivenditor*`,
      weak: `
        offerta, offerte, sconto, sconti, catalogo, licenza, licenze, acquistare, acquisto, brochure, prodotti,
        funzionalità`,
    },
    complaint: {
      strong: `
        reclamo*, reclami, lamentel*, lamentarmi, inaccettabile, delus*, insoddisfatt*,
        (pessim*|cattiv*|scadente|terribile) (servizio|esperienza|qualità|assistenza), risarcimento, indennizzo,
        mai più, vergogn*, associazione consumatori`,
      weak: `frustr*, arrabbiat*, infastidit*, responsabile, ridicolo, disservizio`,
    },
    cancellation: {
      strong: `
        disdetta*, disdire, annull* .. (ordine|abbonamento|contratto|prenotazione|servizio),
        cancell* .. (abbonamento|contratto|ordine|prenotazione), recesso, recedere, non rinnovare, diritto di recesso,
        rescindere`,
      weak: `annull*, cancell*, preavviso, rinnovo`,
    },
    order: {
      strong: `
        mio ordine, nostro ordine, numero (d'ordine|ordine|di ordine), ordine numero, conferma d'ordine,
        ordine di acquisto, effettuare un ordine, stato dell'ordine`,
      weak: `ordine, ordini, ordinato, ordinare, articolo, articoli, quantità, disponib*, magazzino`,
    },
    delivery: {
      strong: `
        (pacco|spedizione|consegna) .. (pers*|ritardo|danneggiat*|arrivat*),
        non è [ancora] (arrivat*|stat* consegnat*), mai arrivat*, numero di (tracciamento|spedizione), tracking,
        data di consegna, tempi di consegna, indirizzo di consegna, dov'è il mio`,
      weak: `consegn*, spedizion*, spedit*, pacco, pacchi, corriere, dogana, trasport*`,
    },
    returns: {
      strong: `
        reso, resi, restitu* .. (prodotto|articolo|merce|ordine), restituzione, cambio (merce|taglia|articolo),
        etichetta di reso, prodotto (difettoso|rotto|danneggiato|sbagliato),
        articolo (difettoso|rotto|danneggiato|sbagliato), taglia sbagliata, richiesta di rimborso, in garanzia,
        rimborso .. (ordine|acquisto|prodotto)`,
      weak: `restitu*, rimbors*, garanzia, difettos*, danneggiat*, rott*, sostituzione, sostituire`,
    },
    security: {
      strong: `
        phishing, ransomware, malware, virus, hackerat*, hacker, violazion* (dei|di) dati, violazione della sicurezza,
        fuga di dati, incident* di sicurezza, access* (non autorizzat*|sospett*), attività sospett*, vulnerabilità,
        frode, frodi, truffa*, cyber*, compromess*, rubat*, misure di sicurezza, attacco informatico`,
      weak: `sicurezza, sospett*, crittograf*, firewall, antivirus, protezione dei dati, minacc*, protegg*`,
    },
    legal: {
      strong: `
        avvocat*, tribunale, azioni legali, azione legale, vie legali, diffida, contenzioso, GDPR, ufficio legale,
        accordo di riservatezza, termini e condizioni, clausol*, causa legale, proprietà intellettuale`,
      weak: `contratto, contratti, legale, legali, accordo, conformità, firma, firmare, normativ*`,
    },
    recruitment: {
      strong: `
        candidatura, curriculum*, lettera di presentazione, colloquio*, offerta di lavoro, posizione aperta,
        posto vacante, tirocinio, stage, selezione del personale, candidat*, candidarmi`,
      weak: `CV, posizione, stipendio, lavoro, assunzione, carriera, risorse umane`,
    },
    account: {
      strong: `
        password, reimpost* .. (password|account), non riesco (ad accedere|a entrare|a fare),
        account (bloccato|sospeso|disattivato),
        (eliminare|creare|chiudere|attivare|aggiornare) (il mio|il nostro|un|l') account, codice di verifica,
        due fattori, cambio (indirizzo|e-mail|email), credenziali`,
      weak: `account, accesso, accedere, login, utente, utenti, profilo, registra*, permessi, autenticazione`,
    },
    feedback: {
      strong: `
        suggeriment*, feedback, la mia opinione, complimenti, ottimo lavoro, continuate così, sondaggio*,
        consiglierei, proposta di miglioramento, recensione`,
      weak: `miglior*, opinione, valutazione, suggerire, idea, idee`,
    },
    newsletter: {
      strong: `
        newsletter, disiscri*, cancella iscrizione, annulla iscrizione, visualizza .. (browser|online),
        ricevi questa (email|mail|e-mail), comunicato stampa, in questo numero`,
      weak: `webinar, edizione, evento, eventi, iscriviti, leggi tutto, scopri di più, esclusiv*, promozion*`,
    },
    spam: {
      strong: `
        hai vinto, ha vinto, lotteria, ritira il premio, milioni di (euro|dollari), viagra, casinò, perdere peso,
        guadagnare soldi, clicca qui, 100 % gratis, eredità .. milioni, offerta limitata, soldi facili`,
      weak: `gratis, gratuit*, premio, premi, vincere, bonus, credito, bitcoin, garantit*`,
    },
    personal: {
      strong: `
        buon compleanno, mamma, papà, nonna, amore mio, tesoro, ti amo, ti voglio bene, mi manchi, baci, un bacio,
        un abbraccio, come stai, ci vediamo (stasera|domani|dopo), ciao bella`,
      weak: `
        compleanno, weekend, fine settimana, vacanze, bambini, famiglia, cena, pranzo, festa, matrimonio, amici,
        viaggio`,
    },
    auto_reply: {
      strong: `
        risposta automatica, messaggio automatico, fuori ufficio, fuori sede, sono (assente|in ferie),
        sarò (assente|fuori), non rispondere a questa (email|mail|e-mail), non rispondere a questo, mancata consegna,
        messaggio non recapitato, abbiamo ricevuto la (sua|tua|vostra) (richiesta|email|mail), il suo ticket è stato`,
      weak: `assenza, mio rientro, noreply, assente`,
    },
    general: { weak: `informazion*, domanda, domande, riunione, allegat*, rapporto, progetto, dettagli` },
  },
  signals: {
    outage: `
      (servizio|servizi|server|sistema|rete|sito|piattaforma) .. (giù|fermo|interrott*|irraggiungibil*|inaccessibil*|
      fuori servizio|non disponibil*|down),
      interruzion*, interrott*, fuori servizio, non disponibil*, offline, irraggiungibil*, inaccessibil*,
      guasto generale, disservizio, blackout, senza (rete|connessione|corrente|servizio), fermo macchina`,
    everyone: `
      (tutti|tutte|diversi|molti|numerosi|vari|parecchi) .. (utent*|client*|dipendent*|repart*|uffici*|sed*|team|
      negoz*|dispositiv*|pazient*),
      nessuno (può|riesce),
      (tutta|intera|intero|tutto) (l'azienda|azienda|l'ufficio|il reparto|la rete|il sistema|il team), generalizzat*`,
    blocked: `
      (non|senza) (posso|possiamo|possono|può|riesco|riusciamo|riescono|poter) .. (accedere|lavorare|entrare|
      collegar*|connetter*|aprire|usare|utilizzare|pagare|inviare|ricevere|stampare),
      bloccat*, impossibil*, impedisc*, impedendo, senza accesso, fermi, fermo, paralizzat*`,
    fault: `
      errore, errori, guasto, guasti, problema, problemi, malfunzionament*,
      non (funziona*|risponde|rispondono|carica|si avvia|si apre|sincronizza), smesso di funzionare, bug, crash,
      difett*, incorrett*, errat*, sbagliat*, anomali*, incongruenz*, discrepanz*, incident*, difficoltà, rott*,
      danneggiat*, corrott*, inaspettat*, fallit*, fallisc*, surriscald*, inconveniente`,
    degraded: `
      lent*, lentezza, rallent*, ritard*, latenza, intermittent*, instabil*, prestazioni (scarse|lente|basse),
      degrad*, troppo tempo`,
    recurring: `
      di nuovo, ancora una volta, nuovamente, ripetut*, ricorrent*, persist*, continua a, continuano a, frequent*,
      costantement*, più volte, da (giorni|settimane|mesi|ieri|quando), ogni volta, nonostante`,
    cause: `
      causa, cause, dovut* a, a causa, causat*, probabilmente, potrebbe* (essere|dipendere|trattarsi), sospett*,
      perché, già (provato|tentato|riavviato|verificato), (ho|abbiamo) (provato|tentato|riavviato), riavvi*,
      tentativ*, dopo (l'aggiornamento|il|la|aver), in seguito a, indag*, origine del problema`,
    data_loss: `
      perdita di dati, (dati|file|documenti) .. (pers*|cancellat*|eliminat*|scompars*|
      corrott*), cancellat* per errore`,
    security: `
      violazion*, hackerat*, hacker, ransomware, malware, phishing, virus, non autorizzat*, intrusion*, cyber*,
      compromess*, vulnerabilità, frode, frodi, fraudolent*, truffa*, rubat*, furto, sospett*, attacc*, minacc*,
      espost*, fuga di dati, (problema|incidente|rischio|falla) di sicurezza`,
    sensitive: `
      dati (medici|personali|sensibili|riservati|sanitari|dei pazienti|dei clienti),
      informazioni (sensibili|riservate|personali), GDPR, privacy, riservatezza, cartelle cliniche, conformità`,
    critical: `
      critic*, grave, gravi, seri*, emergenza, crisi, catastrof*, disastr*, cruciale, vitale,
      priorità (alta|massima|urgente), alta priorità, massima priorità, significativ*, pericolos*, allarmante`,
    business: `
      (influ*|impatt*|compromett*|ostacol*|danneggi*|interromp*|minacci*|incid*) .. (attività|operazion*|produzione|
      produttività|fatturato|vendite|client*|lavoro|progett*|aziend*|reputazione|pazient*|fiducia),
      perdita di (fatturato|clienti|ricavi|denaro), perdite economiche, produttività, produzione ferma, operatività,
      penale, penali`,
    overcharge: `
      (addebitat*|pagat*|fatturat*) (due volte|doppio|in eccesso|per errore), doppi* (addebit*|pagament*),
      addebit* (error*|doppi*|inattes*|non autorizzat*|errat*), errore (di|in) fattura*, fattura (errata|sbagliata),
      importo (errato|sbagliato)`,
    legal: `
      avvocat*, azioni legali, azione legale, vie legali, tribunale, denuncia*, diffida, associazione consumatori,
      inadempimento, causa legale`,
    safety: `
      ferit*, incendio, fuoco, fumo, scossa elettrica, fuga di gas, esplosion*, pericolo, infortun*, ricoverat*,
      intossicazione, evacua*, allagament*, sicurezza dei pazienti`,
    immediate: `
      urgent*, urgenza, urgentemente, immediat*, subito, il prima possibile, quanto prima, al più presto,
      senza (indugio|ritardo), asap, oggi, oggi stesso, stasera,
      entro (oggi|un'ora|24 ore|48 ore|poche ore|le prossime), non può aspettare, prima possibile`,
    soon: `
      presto, rapid*, veloce*, velocemente, tempestiv*, domani, questa settimana, important*, prioritari*, essenzial*,
      necessari*, celermente, sollecit*`,
    deadline: `
      scadenza, scadenze, scade, scadono, scadut*,
      entro (lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|fine|il), termine ultimo, al più tardi,
      prima di (lunedì|martedì|mercoledì|giovedì|venerdì|domani), ultimo (avviso|giorno|sollecito), fino al`,
    unhurried: `
      non è urgente, non urgente, nessuna fretta, senza fretta, non c'è fretta,
      quando (può|puoi|avete|ha|hai) (tempo|un momento|un attimo), con calma, bassa priorità,
      piccol* (domanda|dubbio|errore|dettaglio), semplice domanda, solo una domanda, per conoscenza,
      a titolo informativo, se possibile, per curiosità, prima o poi, nessuna azione, con comodo`,
    escalation: `
      (second*|terz*|quart*) (volta|richiesta|sollecito|email|mail|tentativo),
      ancora (non|nessuna|in attesa|senza|aspett*), tuttora, senza (risposta|riscontro|soluzione),
      nessuna (risposta|soluzione|notizia), già (chiamato|scritto|contattato|segnalato|telefonato), più volte,
      parlare con .. (responsabile|supervisore), ignorat*, sto aspettando, attendo (da|ancora)`,
    ask: `
      per favore, per cortesia, cortesemente, gentilmente, (potrebbe|potreste|può|puoi|potete|potresti),
      (ho|abbiamo) bisogno,
      (vorrei|vorremmo|desidero|desideriamo|chiedo|chiediamo|richiedo|richiediamo|cerco|cerchiamo|necessito|
      necessitiamo),
      richiest*, si prega, la prego, vi prego, prego di, aiuto, assistenza, supporto, sarei grat*, apprezzer*,
      mi serve, ci serve`,
    inquiry: `
      (informazioni|dettagli|chiarimenti|indicazioni) (su|sul|sulla|sui|sulle|riguardo|circa|relativ*|in merito),
      (maggiori|ulteriori|più) (informazioni|dettagli), informazioni dettagliate, documentazione, guida, consigli*,
      raccomandazion*, istruzioni, interessat*, preventivo, prezzi, disponibilità, opzioni, funzionalità,
      come (posso|possiamo|si|funziona), sapere (se|come|di più), conoscere, esempi`,
    change: `
      cambi*, modific*, aggiorn*, migra*, implement*, integr*, aggiung*, introduzione, nuov* funzion*, configur*,
      adegua*, estend*, estensione, sostitu*, spostare, revision*, adatta*`,
    improvement: `
      miglior*, ottimizz*, rafforz*, modernizz*, strategi*, marchio, marketing, crescita, campagn*, efficien*,
      aument*, potenzi*`,
    question: `
      come, quale, quali, quando, dove, perché, quanto, quanti, quanta, è possibile, c'è (un|una|modo|la), chi,
      mi chiedo, una domanda, domande su*, posso, possiamo, avete, offrite, che (cosa|tipo)`,
    inform: `
      per conoscenza, a titolo informativo, in allegato, allegat*,
      (le|vi|ti) (informo|informiamo|comunico|comunichiamo|confermo|confermiamo), siamo lieti di, si prega di notare,
      (è|sono) stat* (approvat*|confermat*|spedit*|risolt*|aggiornat*|rinviat*), come (concordato|discusso|richiesto),
      verbale della riunione, promemoria`,
    thanks: `
      (grazie|molte grazie|mille grazie|grazie mille) (per (l'aiuto|il vostro|la vostra|il tuo|tutto)|ancora|di tutto),
      vi ringrazio per, problema risolto, (funziona|tutto) (ora|bene|perfettamente|di nuovo|risolto|a posto)`,
    positive: `
      ottim*, eccellent*, perfett*, fantastic*, meraviglios*, splendid*, soddisfatt*, content*, felic*, liet*,
      complimenti, congratulazioni, bravi, bravissim*, gentil*, utile, utili, consiglio vivamente, bello, bella,
      buon*, adoro, efficient*, veloce e`,
    negative: `
      delus*, insoddisfatt*, scontent*, mal*, peggi*, pessim*, orribil*, terribil*, frustr*, infastidit*, purtroppo,
      spiacent*, dispiac*, preoccup*, problem*, errore, errori, guast*, rott*, difettos*, danneggiat*, ritard*, lent*,
      pers*, manca*, difficoltà, reclamo, disagi*, inutil*, grav*, trist*`,
    angry: `
      inaccettabil*, vergogn*, scandalos*, furios*, arrabbiat*, ridicol*, truffa*, stuf*, mai più, incompetent*,
      indecent*, esigo, pretendo, ladri, bugiard*, presa in giro, intollerabil*`,
  },
  forms: {
    greeting: `
      ciao, salve, buongiorno, buon giorno, buonasera, buona sera, gentile, gentili, egregio, egregi, spettabile,
      caro, cara, cari, care, a chi di competenza, gentilissimo, gentilissima`,
    closing: `
      cordiali saluti, distinti saluti, saluti, cordialmente, un cordiale saluto, un saluto, i migliori saluti,
      sinceramente, grazie, grazie mille, grazie in anticipo, molte grazie, a presto, un abbraccio, baci, in attesa,
      buona giornata, buon lavoro`,
    pleasantry: `
      spero che .. (bene|stia*|questa),
      grazie (in anticipo|per (l'attenzione|la vostra|il vostro|la sua|il tempo|la pazienza|la collaborazione)),
      ringrazio .. (anticipo|attenzione|collaborazione|tempo), resto in attesa, rimango (in attesa|a disposizione),
      restiamo a disposizione, non esit* a, mi chiamo, il mio nome è, buona (giornata|serata|settimana), come sta,
      in attesa di .. riscontro`,
    lead: `
      (le|vi|ti) scrivo [per|perché|in merito a|riguardo a], (mi rivolgo|contatto) [a] (voi|lei) [per],
      (vorrei|desidero|volevo) (informar*|segnalar*|comunicar*) [che], si prega di notare che,
      come (sapete|sa|concordato|discusso), (credo|penso|suppongo) che, purtroppo, inoltre, anche, e, ma,
      per conoscenza, per favore, (potrebbe|potreste|può|puoi), in allegato (trovate|trova|invio), c'è,
      siamo lieti di (informar*|annunciar*) [che]`,
    directive: `
      per favore, si prega di, (potrebbe|potreste|può|puoi|potete|potresti), la prego, vi prego,
      (deve|dovete|devi|dovrebbe),
      (inviate|invii|inviami|confermate|confermi|verificate|verifichi|contattate|contatti|rispondete|firmate|
      controllate|mandate|mandami),
      non dimenticate, ho bisogno che, vi chiediamo di, le chiedo di`,
    before_date: `
      entro, entro il, prima di, prima del, fino al, al più tardi, scadenza, scade, scade il, termine, per il,
      non oltre, non oltre il`,
    disclaimer: `
      (questo|il presente|questa|la presente) (messaggio|mail|e-mail|email) .. (riservat*|confidenzial*|contiene|
      destinat*),
      informazioni riservate, se non siete il destinatario, pensate all'ambiente, qualora non fosse il destinatario`,
    footer: `annulla iscrizione, inviato da, tutti i diritti riservati, messaggio originale, messaggio inoltrato`,
  },
};
