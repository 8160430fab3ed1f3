import type { WordedType } from '../cues/languages/language-cues.js';

/** Short invented documents, one a type. */
export const ITALIAN_SAMPLES: Readonly<Record<WordedType, string>> = {
  invoice:
    'Officina Rovere\nFATTURA\nNumero fattura 12/A   Data fattura 03/02/2024\nRiparazione 90,00\nImponibile 90,00   aliquota IVA 22%\nTotale da pagare 109,80   modalità di pagamento: bonifico',
  credit_note:
    'Officina Rovere\nNOTA DI CREDITO\nNumero nota di credito 3   Fattura di riferimento 12/A\nMotivo della nota: reso merce\nImporto accreditato 20,00',
  receipt:
    'Panificio Greco\nDOCUMENTO COMMERCIALE\nPane 4,20   di cui IVA 0,16\nTotale complessivo 4,20\nContanti 5,00   Resto 0,80\nGrazie e arrivederci',
  purchase_order:
    'Opere Greco\nORDINE DI ACQUISTO\nNumero ordine 4500   Data ordine 02/05/2024\nVogliate fornirci 40 cerniere\ncondizioni di consegna   luogo di consegna: magazzino',
  insertion_order:
    'ORDINE DI INSERZIONE\nInserzionista: Larkspur   Concessionaria: Radio Tarn\nPeriodo della campagna: giugno   Formato dell’annuncio: 30 s\ncommissione d’agenzia 15 %   campagna pubblicitaria',
  quote:
    'Pitture Greco\nPREVENTIVO\nPreventivo n 77   Valido fino al 30/06/2024\nIn riferimento alla vostra richiesta siamo lieti di offrirvi\nTotale 1.200,00   timbro e firma per accettazione',
  payment_reminder:
    'Officina Rovere\nSOLLECITO DI PAGAMENTO\nLa nostra fattura risulta ancora insoluta e il pagamento non risulta pervenuto.\nImporto insoluto 109,80   Giorni di ritardo 20\nInteressi di mora e vie legali',
  bank_statement:
    'Banca Greco\nESTRATTO CONTO\nIntestatario: Ida Lund\nSaldo iniziale 1.000,00\nData contabile   Data valuta   addebito 20,00   bonifico\nSaldo finale 980,00',
  bank_check:
    'ASSEGNO BANCARIO\nA vista pagate per questo assegno a Ida Lund cento euro\nAssegno n 12   non trasferibile   firma del traente',
  utility_bill:
    'Energia Greco\nBOLLETTA LUCE\ncodice POD IT001   Potenza impegnata 3   contatore 55\nLettura attuale 20113   Lettura precedente 18000   Consumo annuo 2100\nspesa per la materia energia   oneri di sistema',
  tax_form:
    'Agenzia delle Entrate\nDICHIARAZIONE DEI REDDITI\nContribuente Ida Lund   Periodo d’imposta 2023\nReddito imponibile 30.000   imposta lorda 6.000   detrazioni   ritenute 4.000\nIRPEF   addizionale regionale',
  mortgage_form:
    'RICHIESTA DI MUTUO\nMutuatario: Ida Lund   Importo del mutuo 200.000   Durata del mutuo 20 anni   TAEG 3,2\nValore dell’immobile 250.000   ipoteca   rata 1.100   spese di istruttoria',
  insurance_claim:
    'DENUNCIA DI SINISTRO\nNumero sinistro 77   Assicurato: Ida Lund\nData del sinistro 3 marzo   Luogo del sinistro: Roma\nDescrizione dei fatti: perdita d’acqua   testimoni: nessuno   risarcimento',
  insurance_policy:
    'POLIZZA DI ASSICURAZIONE\nCondizioni di assicurazione\nContraente: Ida Lund   Numero di polizza 55   Decorrenza 1 maggio\nMassimale 50.000   Premio annuo 300   Franchigia 150\ngaranzie prestate   rischi coperti',
  financial_statement:
    'Opere Greco S.r.l.\nBILANCIO D’ESERCIZIO\nStato patrimoniale al 31 dicembre 2023\nImmobilizzazioni 500   Attivo circolante 300   Patrimonio netto 400\nDebiti verso fornitori 100   Utile d’esercizio 50   Totale attivo 800',
  contract:
    'CONTRATTO DI PRESTAZIONE DI SERVIZI\nTra le parti Opere Greco, di seguito denominata il cliente, e Larkspur, premesso che le parti intendono collaborare,\nsi conviene e si stipula quanto segue.\nArt. 1 Oggetto del contratto\nArt. 2 Durata del contratto\nArt. 3 Legge applicabile e foro competente. Letto, confermato e sottoscritto.',
  nda: 'ACCORDO DI RISERVATEZZA\nContratto tra le parti, premesso che la parte divulgante fornisce informazioni riservate alla parte ricevente, si conviene e si stipula l’obbligo di riservatezza: non divulgare. Legge applicabile e foro competente.',
  court_filing:
    'Tribunale ordinario di Roma\nSENTENZA\nR.G. n 100/24\nAttore: Ida Lund   Convenuto: Jean Morel\nSvolgimento del processo\nMotivi della decisione\nP.Q.M. il giudice condanna alle spese di lite. Il cancelliere',
  power_of_attorney:
    'PROCURA SPECIALE\nIl mandante Tom Brooks nomina procuratore Ida Lund, conferisce procura a rappresentarlo in nome e per conto, con promessa di rato e valido.',
  legal_document:
    'ATTO NOTARILE\nRepertorio n 100   Raccolta n 50\nInnanzi a me, notaio in Roma, sono comparsi i signori. Ultime volontà. Erede.',
  medical_record:
    'Ospedale Greco\nLETTERA DI DIMISSIONE\nPaziente nato nel 1970   Motivo del ricovero: dolore\nAnamnesi: nulla   Esame obiettivo nella norma\nDiagnosi: gastrite   decorso regolare\nTerapia alla dimissione   medico curante',
  lab_report:
    'Laboratorio Greco\nESAMI DEL SANGUE\nData prelievo 3/5   Valori di riferimento   Esito\nLeucociti 6,1   Globuli rossi 4,5   Piastrine 250\nEmoglobina 14   Glicemia 90   Colesterolo 180',
  prescription:
    'RICETTA MEDICA\nMedico prescrittore: Dr. Eva Horn   Codice esenzione E01\nAmoxi 500 compresse, due volte al giorno per via orale\nPosologia   confezione   farmacia',
  insurance_card:
    'TESSERA EUROPEA DI ASSICURAZIONE MALATTIA\nCognome Lund   Nome Ida\nNumero di identificazione della tessera 8038\nNumero identificativo istituzione 500   servizio sanitario nazionale',
  delivery_note:
    'Opere Greco\nDOCUMENTO DI TRASPORTO\nNumero DDT 5512   Causale del trasporto: vendita   Luogo di destinazione: Milano\nAspetto esteriore dei beni: scatole   colli 2   peso netto 12 kg\nfirma del destinatario   porto franco',
  bill_of_lading:
    'LETTERA DI VETTURA INTERNAZIONALE\nMittente Greco   Vettore Corvo   Destinatario Larkspur\nluogo di carico Roma   numero dei colli 4   peso lordo 300 kg',
  customs_declaration:
    'DICHIARAZIONE DOGANALE\nDichiarante Greco   Codice EORI IT1   Paese di origine CN\nNomenclatura combinata 8415   Valore in dogana 900   massa netta 12\nUfficio doganale Genova   dazi',
  resume:
    'CURRICULUM VITAE\nInformazioni personali: Ida Lund\nEsperienza lavorativa 2015-2020 contabile\nIstruzione e formazione: diploma di maturità, laurea\nCompetenze   madrelingua   autorizzo il trattamento dei dati',
  payslip:
    'Opere Greco\nCEDOLINO PAGA maggio 2024\nQualifica impiegata   scatti di anzianità\nTotale competenze 2.300   Trattenute 500   Imponibile previdenziale 2.300\nINPS 200   TFR   Netto in busta 1.800',
  expense_report:
    'Opere Greco\nNOTA SPESE TRASFERTA\nDipendente: Ida Lund   Motivo della trasferta: fiera   chilometri percorsi 300\nRimborso chilometrico 60,00   Vitto 28,00   Alloggio 90,00\nTotale da rimborsare 178,00   giustificativi allegati',
  employment_reference:
    'CERTIFICATO DI SERVIZIO\nSi attesta che ha lavorato alle nostre dipendenze la signora Lund con la qualifica di contabile, a tempo indeterminato, con piena soddisfazione. Rilasciato su richiesta dell’interessato per gli usi consentiti.',
  identity_document:
    'REPUBBLICA ITALIANA\nCARTA D’IDENTITÀ\nComune di Roma\nCognome LUND   Nome IDA   Statura 170   Sesso F\nCittadinanza italiana   Luogo di nascita Roma   Data di nascita 01.02.1980\nfirma del titolare',
  government_form:
    'Comune di Roma   Ufficio anagrafe   Protocollo n ____________\nMODULO DI RICHIESTA\nDati del richiedente ____________   Il sottoscritto ____________\nBarrare la casella ☐ sì ☐ no   Allegati obbligatori\nSpazio riservato all’ufficio   compilare in stampatello\nCHIEDE',
  certificate:
    'ATTESTATO DI PARTECIPAZIONE\nSi attesta che Ida Lund ha frequentato il corso con esito positivo.\nRilasciato a Roma   ente certificatore   timbro',
  email:
    'Da: Ida Lund\nInviato: 3 maggio 2024\nA: Jean Morel\nOggetto: Appuntamento\n\nBuongiorno, in allegato trovate il piano.\nCordiali saluti\nInviato da iPhone',
  letter:
    'Opere Greco   Roma, 3 maggio 2024\nNostro riferimento: ab\nGentile signora Lund,\ncon la presente la ringraziamo della visita. Restiamo a disposizione.\nDistinti saluti',
  termination:
    'Paolo Greco, Via Lunga 4, Roma\nTarn Telefonia\nRoma, 3 maggio 2024\nDisdetta del contratto\nGentile signora,\ncon la presente comunico la disdetta del contratto, numero di contratto 55-771, a decorrere dal 30 giugno 2024, nei termini di preavviso.\nDistinti saluti\nPaolo Greco',
  complaint:
    'Modulo di reclamo\nreclamante: Paolo Greco   data di acquisto: 2 maggio 2024\nMotivo del reclamo: prodotto difettoso, le ante non chiudono.\nChiedo il rimborso totale.',
  memo: 'COMUNICAZIONE DI SERVIZIO\nA tutto il personale   Per conoscenza\nUfficio emittente: direzione\nSi comunica che a decorrere dal 3 maggio si prega di firmare la lista.',
  report:
    'RELAZIONE TECNICA\nIndice\nSommario\nIntroduzione\nMetodologia\nConclusioni\nRaccomandazioni\nBibliografia   Allegato',
};
