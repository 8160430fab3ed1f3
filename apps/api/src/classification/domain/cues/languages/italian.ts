import type { LanguageTable } from './language-cues.js';

export const ITALIAN: LanguageTable = {
  invoice: {
    title: 'Fattura | Fattura proforma | Parcella | Fattura di cortesia | Fattura differita | Fattura immediata',
    labels: 'Numero fattura | Data fattura | Fattura n | Data scadenza | Codice destinatario | Spett.le',
    words:
      'Imponibile | Totale fattura | Totale da pagare | modalità di pagamento | aliquota IVA | condizioni di pagamento',
  },
  credit_note: {
    title: 'Nota di credito | Nota di accredito | Nota credito',
    labels: 'Numero nota di credito | Fattura di riferimento | Storno fattura | Importo accreditato',
    words: 'a storno | motivo della nota | reso merce | a vostro credito',
  },
  receipt: {
    title:
      'Scontrino | Ricevuta | Ricevuta fiscale | Documento commerciale | Ricevuta di pagamento | Scontrino fiscale',
    labels: 'Contanti | Resto | Importo pagato | Cassa | Pagamento elettronico | Documento n',
    words: 'grazie e arrivederci | di cui IVA | totale complessivo | carta di credito | coperto',
  },
  purchase_order: {
    title: 'Ordine di acquisto | Ordine | Ordine fornitore | Ordinativo | Conferma d’ordine',
    labels: 'Numero ordine | Data ordine | Ordine n | Data di consegna | Vs offerta',
    words: 'vogliate fornirci | condizioni di consegna | luogo di consegna | resa | ordiniamo | acquirente | Fornitore',
  },
  insertion_order: {
    title: 'Ordine di inserzione | Ordine pubblicitario | Ordine di pubblicità | Commissione pubblicitaria',
    labels:
      'Inserzionista | Concessionaria | Periodo della campagna | Testata | Formato dell’annuncio | Data di uscita',
    words: 'costo per mille | commissione d’agenzia | campagna pubblicitaria | passaggi | spot | agenzia media',
  },
  quote: {
    title: 'Preventivo | Offerta | Offerta economica | Proposta commerciale | Preventivo di spesa',
    labels: 'Numero preventivo | Preventivo n | Validità offerta | Valido fino al | Data preventivo | Offerta n',
    words:
      'siamo lieti di offrirvi | in riferimento alla vostra richiesta | per accettazione | validità dell’offerta | timbro e firma per accettazione',
  },
  payment_reminder: {
    title:
      'Sollecito di pagamento | Sollecito | Secondo sollecito | Ultimo sollecito | Primo sollecito | Messa in mora | Diffida ad adempiere',
    labels:
      'Importo insoluto | Saldo scaduto | Fatture scadute | Giorni di ritardo | Interessi di mora | Fattura scaduta',
    words:
      'non risulta pervenuto | risulta ancora insoluta | recupero crediti | vie legali | qualora abbiate già provveduto | partite aperte',
  },
  bank_statement: {
    title: 'Estratto conto | Estratto conto corrente | Lista movimenti | Rendiconto',
    labels:
      'Saldo iniziale | Saldo finale | Intestatario | Data valuta | Data contabile | Saldo precedente | Saldo contabile',
    words: 'bonifico | addebito | accredito | prelievo | movimenti avere | movimenti dare',
  },
  bank_check: {
    title: 'Assegno | Assegno bancario | Assegno circolare',
    labels:
      'a vista pagate per questo assegno | pagate per questo assegno | all’ordine | Assegno n | importo in lettere',
    words: 'non trasferibile | firma del traente | a me medesimo | euro in cifre',
  },
  utility_bill: {
    title:
      'Bolletta | Bolletta luce | Bolletta gas | Bolletta dell’energia elettrica | Bolletta acqua | Bolletta sintetica',
    labels:
      'Lettura attuale | Lettura precedente | Consumo kWh | Potenza impegnata | Consumo annuo | codice POD | codice PDR',
    words: 'spesa per la materia energia | oneri di sistema | contatore | trasporto e gestione',
  },
  tax_form: {
    title:
      'Dichiarazione dei redditi | Modello 730 | Modello Redditi | Certificazione Unica | Modello F24 | Dichiarazione IVA | Avviso di accertamento',
    labels: 'Periodo d’imposta | Contribuente | Sostituto d’imposta | Reddito imponibile | Codice tributo',
    words:
      'Agenzia delle Entrate | IRPEF | addizionale regionale | ritenute | detrazioni | imposta lorda | domicilio fiscale',
  },
  mortgage_form: {
    title:
      'Richiesta di mutuo | Mutuo ipotecario | Domanda di mutuo | Offerta di mutuo | Prospetto informativo europeo standardizzato | Contratto di mutuo',
    labels:
      'Mutuatario | Importo del mutuo | Tasso di interesse | Durata del mutuo | TAEG | Valore dell’immobile | Parte mutuataria',
    words: 'ipoteca | rata | ammortamento | perizia | tasso fisso | spese di istruttoria',
  },
  insurance_claim: {
    title:
      'Denuncia di sinistro | Constatazione amichevole | Richiesta di risarcimento | Denuncia di infortunio | Modulo di denuncia sinistro',
    labels:
      'Numero sinistro | Data del sinistro | Luogo del sinistro | Descrizione dei fatti | Assicurato | Danneggiato',
    words: 'testimoni | danni visibili | veicolo A | targa | controparte | risarcimento',
  },
  insurance_policy: {
    title:
      'Polizza | Polizza di assicurazione | Polizza assicurativa | Condizioni di assicurazione | Certificato di assicurazione | Scheda di polizza',
    labels: 'Contraente | Numero di polizza | Massimale | Premio annuo | Franchigia | Decorrenza | Somma assicurata',
    words: 'garanzie prestate | assicuratore | responsabilità civile | rischi coperti | scadenza polizza',
  },
  financial_statement: {
    title:
      'Bilancio | Bilancio d’esercizio | Stato patrimoniale | Conto economico | Rendiconto finanziario | Bilancio consolidato | Nota integrativa',
    labels:
      'Attivo circolante | Immobilizzazioni | Patrimonio netto | Ricavi delle vendite | Utile d’esercizio | Totale attivo | Valore della produzione',
    words:
      'ammortamenti | debiti verso fornitori | ratei e risconti | costi della produzione | rimanenze | fondi per rischi',
  },
  contract: {
    title:
      'Contratto | Contratto di locazione | Contratto di lavoro | Contratto di prestazione di servizi | Contratto di compravendita | Accordo quadro | Convenzione | Scrittura privata',
    labels:
      'Tra le parti | Premesso che | Si conviene e si stipula | di seguito denominato | di seguito denominata | Oggetto del contratto | Letto confermato e sottoscritto',
    words:
      'foro competente | legge applicabile | durata del contratto | clausola risolutiva | forza maggiore | entrambe le parti',
  },
  nda: {
    title: 'Accordo di riservatezza | Accordo di non divulgazione | Impegno di riservatezza | Patto di riservatezza',
    labels: 'informazioni riservate | parte divulgante | parte ricevente | informazioni confidenziali',
    words: 'obbligo di riservatezza | non divulgare | segretezza | vincolo di riservatezza',
  },
  court_filing: {
    title:
      'Atto di citazione | Sentenza | Ricorso | Decreto ingiuntivo | Ordinanza | Comparsa di risposta | In nome del popolo italiano',
    labels: 'Attore | Convenuto | Ricorrente | R.G. n | Resistente | P.Q.M. | Svolgimento del processo',
    words:
      'tribunale ordinario | corte d’appello | giudice | cancelliere | motivi della decisione | spese di lite | udienza',
  },
  power_of_attorney: {
    title: 'Procura speciale | Procura generale | Delega | Atto di delega | Procura alle liti | Atto di procura',
    labels:
      'Il sottoscritto delega | nomina procuratore | il delegante | il delegato | conferisce procura | il mandante',
    words: 'in nome e per conto | rappresentarmi | con promessa di rato | a ritirare | revoca',
  },
  legal_document: {
    title:
      'Testamento | Statuto | Atto notarile | Atto costitutivo | Rogito | Dichiarazione sostitutiva | Decreto legislativo | Atto di compravendita',
    labels: 'innanzi a me | notaio in | repertorio n | ultime volontà | sono comparsi | articolo 1',
    words: 'raccolta n | Gazzetta Ufficiale | erede | legato | capitale sociale | consapevole delle sanzioni penali',
  },
  medical_record: {
    title:
      'Cartella clinica | Lettera di dimissione | Referto medico | Relazione clinica | Certificato medico | Verbale di pronto soccorso | Visita specialistica',
    labels:
      'Diagnosi | Anamnesi | Esame obiettivo | Motivo del ricovero | Terapia alla dimissione | Paziente | Anamnesi patologica remota',
    words: 'ricovero | decorso | dimesso | pressione arteriosa | allergie | reparto di | medico curante',
  },
  lab_report: {
    title:
      'Referto di laboratorio | Esami di laboratorio | Analisi cliniche | Esami del sangue | Analisi del sangue | Referto esami',
    labels: 'Valori di riferimento | Intervallo di riferimento | Data prelievo | Campione | Esito',
    words: 'emoglobina | leucociti | piastrine | globuli rossi | creatinina | glicemia | colesterolo | emocromo',
  },
  prescription: {
    title:
      'Ricetta medica | Ricetta | Prescrizione medica | Ricetta elettronica | Promemoria per l’assistito | Impegnativa',
    labels: 'Medico prescrittore | Codice esenzione | Posologia | Prescrizione | Codice autenticazione',
    words:
      'una volta al giorno | due volte al giorno | farmacia | confezione | per via orale | capsule | compresse al giorno',
  },
  insurance_card: {
    title:
      'Tessera sanitaria | Tessera europea di assicurazione malattia | Carta regionale dei servizi | Carta nazionale dei servizi',
    labels:
      'Codice fiscale assistito | Numero di identificazione della tessera | Numero identificativo istituzione | Data di scadenza tessera',
    words: 'servizio sanitario nazionale | assistenza sanitaria | regione | scadenza | assistito',
  },
  delivery_note: {
    title: 'Documento di trasporto | Bolla di consegna | DDT | Bolla di accompagnamento | Distinta di imballaggio',
    labels:
      'Numero DDT | Causale del trasporto | Luogo di destinazione | Aspetto esteriore dei beni | Quantità consegnata',
    words: 'colli | firma del destinatario | porto franco | inizio trasporto | merce ricevuta | peso netto | vettore',
  },
  bill_of_lading: {
    title:
      'Polizza di carico | Lettera di vettura | Lettera di vettura aerea | Lettera di vettura internazionale | Lettera di trasporto aereo',
    labels: 'Caricatore | Vettore | Porto di imbarco | Porto di sbarco | Ricevitore | Notificare a',
    words: 'peso lordo | nolo pagato | container | nave | numero dei colli | luogo di carico | Mittente',
  },
  customs_declaration: {
    title:
      'Dichiarazione doganale | Bolletta doganale | Dichiarazione di importazione | Dichiarazione di esportazione | Documento amministrativo unico',
    labels:
      'Ufficio doganale | Valore in dogana | Paese di origine | Codice merce | Nomenclatura combinata | Dichiarante | Codice EORI',
    words: 'dogana | dazi | regime doganale | massa lorda | massa netta | valore statistico',
  },
  resume: {
    title: 'Curriculum vitae | Profilo professionale | Formato europeo per il curriculum vitae',
    labels:
      'Esperienza lavorativa | Esperienze professionali | Istruzione e formazione | Competenze | Lingue straniere | Informazioni personali',
    words:
      'laurea | diploma di maturità | tirocinio | patente B | madrelingua | capacità e competenze | autorizzo il trattamento dei dati',
  },
  payslip: {
    title: 'Busta paga | Cedolino | Cedolino paga | Prospetto paga | Libro unico del lavoro',
    labels:
      'Netto in busta | Retribuzione lorda | Trattenute | Imponibile previdenziale | Qualifica | Totale competenze | Netto a pagare dipendente',
    words: 'INPS | TFR | ritenute fiscali | minimo contrattuale | scatti di anzianità | ore lavorate',
  },
  expense_report: {
    title:
      'Nota spese | Rimborso spese | Rendiconto spese | Richiesta di rimborso spese | Trasferta | Nota spese trasferta',
    labels: 'Motivo della trasferta | Rimborso chilometrico | Vitto | Alloggio | Totale da rimborsare | Dipendente',
    words: 'chilometri percorsi | pedaggi | giustificativi allegati | anticipo | approvato da | diaria | pernottamento',
  },
  employment_reference: {
    title:
      'Certificato di servizio | Attestato di servizio | Lettera di referenze | Certificato di lavoro | Attestazione di servizio | Lettera di raccomandazione',
    labels:
      'ha prestato servizio | ha lavorato presso | con la qualifica di | alle nostre dipendenze | si attesta che ha lavorato',
    words:
      'in qualità di | a tempo indeterminato | rilasciato su richiesta dell’interessato | piena soddisfazione | auguriamo | per gli usi consentiti',
  },
  identity_document: {
    title: 'Carta d’identità | Passaporto | Patente di guida | Permesso di soggiorno | Repubblica italiana',
    labels: 'Cittadinanza | Luogo di nascita | Data di nascita | Autorità | Comune di | Statura',
    words: 'firma del titolare | sesso | rilasciata il | cognome e nome | connotati',
  },
  government_form: {
    title:
      'Domanda di | Modulo di richiesta | Istanza | Segnalazione certificata di inizio attività | Modulo di domanda | Richiesta di residenza | Autocertificazione',
    labels:
      'Il sottoscritto | Dati del richiedente | Spazio riservato all’ufficio | Allegati obbligatori | Barrare la casella | Protocollo n',
    words:
      'compilare in stampatello | chiede | ufficio anagrafe | pubblica amministrazione | dichiara sotto la propria responsabilità',
  },
  certificate: {
    title:
      'Certificato | Attestato | Certificato di nascita | Certificato di matrimonio | Visura camerale | Attestato di partecipazione | Diploma | Certificato di origine',
    labels:
      'si certifica che | certifica che | si attesta che | ha conseguito | ha frequentato | ufficiale di stato civile',
    words: 'rilasciato a | timbro | esito positivo | ente certificatore | dagli atti risulta | conferisce',
  },
  email: {
    title: 'Messaggio inoltrato | Messaggio originale',
    labels: 'Inviato da iPhone | ha scritto | Inviato il',
    words: 'in allegato | in allegato trovate | cordiali saluti | questo messaggio è riservato',
  },
  letter: {
    title: 'Lettera | Lettera di presentazione | Raccomandata | Lettera raccomandata',
    labels:
      'Gentile signore | Gentile signora | Egregio signore | Spettabile ditta | Vostro riferimento | Nostro riferimento',
    words: 'distinti saluti | cordiali saluti | con la presente | restiamo a disposizione | in attesa di riscontro',
  },
  termination: {
    title:
      'Disdetta | Disdetta contratto | Recesso dal contratto | Disdetta del contratto | Lettera di disdetta | Lettera di dimissioni | Modulo di recesso',
    labels: 'numero di contratto | codice cliente | preavviso | data di cessazione | intestatario del contratto',
    words:
      'diritto di recesso | cessazione del servizio | nei termini di preavviso | addebiti successivi | conferma della disdetta',
  },
  complaint: {
    title: 'Reclamo | Modulo di reclamo | Lettera di reclamo | Reclamo cliente',
    labels: 'numero del reclamo | motivo del reclamo | data di acquisto | codice prodotto | reclamante',
    words:
      'prodotto difettoso | rimborso totale | disservizio | la mia insoddisfazione | in attesa di un sollecito riscontro',
  },
  memo: {
    title:
      'Promemoria | Nota interna | Circolare | Comunicazione interna | Comunicazione di servizio | Ordine di servizio',
    labels: 'A tutto il personale | Per conoscenza | Ai responsabili | Destinatari interni | Ufficio emittente',
    words: 'si comunica che | a decorrere dal | capo ufficio | si prega di',
  },
  report: {
    title:
      'Rapporto | Relazione annuale | Perizia | Relazione finale | Verbale di riunione | Relazione tecnica | Relazione sulla gestione | Verbale di assemblea',
    labels: 'Indice | Sommario | Introduzione | Conclusioni | Ordine del giorno | sono presenti',
    words: 'allegato | raccomandazioni | metodologia | grafico | bibliografia | tabella',
  },
};
