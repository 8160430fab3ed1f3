import type { LanguageTable } from './language-cues.js';

export const GERMAN: LanguageTable = {
  invoice: {
    title: 'Rechnung | Schlussrechnung | Abschlagsrechnung | Teilrechnung | Honorarrechnung | Sammelrechnung | Faktura',
    labels: 'Rechnungsnummer | Rechnungsdatum | Rechnungsempfänger | Rechnungsbetrag | Zahlungsziel',
    words: 'zahlbar innerhalb | zahlbar bis | Leistungszeitraum | Umsatzsteuer | Bitte überweisen Sie',
  },
  credit_note: {
    title: 'Gutschrift | Rechnungskorrektur | Stornorechnung | Korrekturrechnung',
    labels: 'Gutschriftsnummer | Gutschriftsbetrag | zur Rechnung Nr | ursprüngliche Rechnung',
    words: 'wir schreiben Ihnen gut | Rückerstattung | Erstattungsbetrag | Grund der Gutschrift',
  },
  receipt: {
    title: 'Quittung | Kassenbon | Kassenbeleg | Kaufbeleg | Bewirtungsbeleg | Tankbeleg | Parkschein',
    labels: 'Bon-Nr | Belegnr | Kasse | Bediener | Rückgeld | Kartenzahlung | Summe EUR',
    words: 'vielen Dank für Ihren Einkauf | es bediente Sie | girocard | Betrag dankend erhalten | Trinkgeld',
  },
  purchase_order: {
    title: 'Bestellung | Einkaufsbestellung | Auftragserteilung | Bestellschein | Warenbestellung | Bestellauftrag',
    labels: 'Bestellnummer | Bestelldatum | Lieferant | Liefertermin | Lieferbedingungen | Besteller',
    words: 'wir bestellen | hiermit bestellen wir | Auftragsbestätigung erbeten | Bestellmenge | Versandanschrift',
  },
  insertion_order: {
    title: 'Anzeigenauftrag | Insertionsauftrag | Werbeauftrag | Mediaauftrag | Werbezeitenauftrag',
    labels: 'Werbetreibender | Erscheinungstermin | Schaltzeitraum | Anzeigenformat | Sendezeitraum | Motiv',
    words: 'Tausend-Kontakt-Preis | Agenturprovision | Anzeigenpreis | Werbespots | Schaltung | Mediaagentur',
  },
  quote: {
    title: 'Angebot | Kostenvoranschlag | Offerte | Preisangebot | Leistungsangebot',
    labels: 'Angebotsnummer | Angebotsdatum | gültig bis | Bindefrist | Angebotssumme',
    words: 'wir bieten Ihnen an | unterbreiten wir Ihnen | freibleibend | vielen Dank für Ihre Anfrage',
  },
  payment_reminder: {
    title: 'Mahnung | Zahlungserinnerung | erste Mahnung | zweite Mahnung | letzte Mahnung | 1. Mahnung | 2. Mahnung',
    labels: 'Mahngebühr | offener Betrag | fällig seit | Mahnstufe | Verzugszinsen | offene Posten',
    words:
      'noch keinen Zahlungseingang | überfällig | gerichtliches Mahnverfahren | Inkasso | gegenstandslos zu betrachten | Ihrer Aufmerksamkeit entgangen',
  },
  bank_statement: {
    title: 'Kontoauszug | Kontoübersicht | Depotauszug | Umsatzübersicht | Finanzstatus',
    labels: 'Kontoinhaber | alter Kontostand | neuer Kontostand | Anfangssaldo | Endsaldo | Auszug Nr | Buchungstag',
    words: 'Wertstellung | Valuta | Lastschrift | Gutschriften | Dauerauftrag | Überweisung | Saldo',
  },
  bank_check: {
    title: 'Verrechnungsscheck | Orderscheck | Barscheck | Bankscheck',
    labels:
      'zahlen Sie gegen diesen Scheck | Schecknummer | Scheck-Nr | Betrag in Buchstaben | Unterschrift des Ausstellers',
    words: 'nur zur Verrechnung | an Überbringer | noch Betrag in Buchstaben | Ausstellungsort',
  },
  utility_bill: {
    title:
      'Stromrechnung | Gasrechnung | Wasserrechnung | Verbrauchsabrechnung | Jahresabrechnung Strom | Heizkostenabrechnung | Abschlagsplan',
    labels: 'Zählernummer | Zählerstand | Verbrauch kWh | Verbrauchsstelle | Marktlokation | Abrechnungszeitraum',
    words: 'Arbeitspreis | Grundpreis | Netzentgelte | Abschlag | Stromsteuer | Ablesung | Messstellenbetrieb',
  },
  tax_form: {
    title:
      'Steuererklärung | Einkommensteuererklärung | Umsatzsteuer-Voranmeldung | Lohnsteuerbescheinigung | Steuerbescheid | Einkommensteuerbescheid | Gewerbesteuererklärung',
    labels: 'Identifikationsnummer | Veranlagungszeitraum | zu versteuerndes Einkommen | Finanzamt',
    words:
      'Anlage N | Werbungskosten | festgesetzte Steuer | Solidaritätszuschlag | Lohnsteuer | Kirchensteuer | Freibetrag',
  },
  mortgage_form: {
    title:
      'Baufinanzierung | Darlehensantrag | Hypothekenantrag | Immobiliendarlehen | Selbstauskunft für Kreditnehmer | Europäisches standardisiertes Merkblatt',
    labels:
      'Darlehensnehmer | Darlehensbetrag | Sollzinsbindung | Beleihungswert | Grundschuld | effektiver Jahreszins',
    words: 'Tilgung | Eigenkapital | Verkehrswert | Grundbuch | Sollzins | Monatsrate | Objektadresse',
  },
  insurance_claim: {
    title: 'Schadenanzeige | Schadensmeldung | Schadenmeldung | Unfallbericht | Unfallmeldung | Leistungsantrag',
    labels: 'Schadennummer | Schadentag | Schadenort | Schadenhergang | Versicherungsnehmer | Geschädigter',
    words: 'Zeugen | Schadenhöhe | polizeilich aufgenommen | Unfallgegner | amtliches Kennzeichen',
  },
  insurance_policy: {
    title:
      'Versicherungsschein | Versicherungspolice | Versicherungsbedingungen | Allgemeine Versicherungsbedingungen | Versicherungsnachweis',
    labels:
      'Versicherungsschein-Nr | Versicherungsnehmer | Versicherungsbeginn | Versicherungssumme | Selbstbeteiligung | Jahresbeitrag',
    words: 'Versicherungsschutz | versicherte Gefahren | Deckungssumme | Obliegenheiten | Beitragszahlung',
  },
  financial_statement: {
    title:
      'Bilanz | Jahresabschluss | Gewinn- und Verlustrechnung | Konzernabschluss | Kapitalflussrechnung | Lagebericht | Betriebswirtschaftliche Auswertung',
    labels: 'Aktiva | Passiva | Anlagevermögen | Umlaufvermögen | Eigenkapital | Jahresüberschuss | Umsatzerlöse',
    words: 'Rückstellungen | Verbindlichkeiten | Abschreibungen | Bilanzsumme | Materialaufwand | Vorjahr',
  },
  contract: {
    title:
      'Vertrag | Dienstleistungsvertrag | Kaufvertrag | Mietvertrag | Arbeitsvertrag | Werkvertrag | Rahmenvertrag | Lizenzvertrag | Darlehensvertrag | Kooperationsvertrag',
    labels:
      'Vertragsparteien | Vertragsgegenstand | nachfolgend Auftraggeber | wird folgender Vertrag geschlossen | Gerichtsstand | Salvatorische Klausel',
    words: 'Vertragsdauer | Kündigungsfrist | Schriftform | es gilt deutsches Recht | Vergütung | Vertragspartner',
  },
  nda: {
    title:
      'Geheimhaltungsvereinbarung | Vertraulichkeitsvereinbarung | Verschwiegenheitserklärung | Verschwiegenheitsvereinbarung',
    labels: 'vertrauliche Informationen | offenlegende Partei | empfangende Partei | Vertraulichkeitsverpflichtung',
    words: 'Stillschweigen zu bewahren | Geheimhaltung | nicht an Dritte weiterzugeben | Vertragsstrafe',
  },
  court_filing: {
    title:
      'Klage | Klageschrift | Urteil | Beschluss | Mahnbescheid | Vollstreckungsbescheid | Klageerwiderung | Strafbefehl | im Namen des Volkes',
    labels:
      'Beklagter | Beklagte | in dem Rechtsstreit | Prozessbevollmächtigte | Streitwert | der Kläger | die Klägerin',
    words:
      'Amtsgericht | Landgericht | Oberlandesgericht | Tatbestand | Entscheidungsgründe | kostenpflichtig | für Recht erkannt',
  },
  power_of_attorney: {
    title: 'Vollmacht | Vorsorgevollmacht | Generalvollmacht | Prozessvollmacht | Handlungsvollmacht | Bankvollmacht',
    labels: 'Vollmachtgeber | Bevollmächtigter | hiermit bevollmächtige ich | bevollmächtigt',
    words: 'zu vertreten | Untervollmacht | Widerruf der Vollmacht | in meinem Namen | rechtsgeschäftlich',
  },
  legal_document: {
    title:
      'Testament | Satzung | Gesellschaftsvertrag | notarielle Urkunde | Eidesstattliche Versicherung | Erbvertrag | Verordnung | Grundbuchauszug',
    labels: 'Urkundenrolle | der Notar | letzter Wille | Erblasser | an Eides statt | Absatz 1 Satz 1',
    words:
      'beurkundet | vorgelesen genehmigt | in Kraft treten | Bundesgesetzblatt | Erbe | Vermächtnis | Stammkapital',
  },
  medical_record: {
    title:
      'Arztbrief | Entlassungsbericht | Entlassungsbrief | Befundbericht | Patientenakte | Anamnese | Operationsbericht | ärztlicher Bericht',
    labels: 'Diagnose | Diagnosen | Anamnese | Befund | Therapie | Medikation | Patient geb',
    words: 'Aufnahme | körperliche Untersuchung | Epikrise | Entlassung | Verlauf | überweisender Arzt',
  },
  lab_report: {
    title: 'Laborbefund | Laborbericht | Blutbild | Laborwerte | Laboruntersuchung | Prüfbericht Labor',
    labels: 'Referenzbereich | Normbereich | Messwert | Probeneingang | Materialentnahme',
    words: 'Leukozyten | Erythrozyten | Hämoglobin | Kreatinin | Thrombozyten | Glukose | Cholesterin',
  },
  prescription: {
    title:
      'Rezept | Verordnung Arzneimittel | Privatrezept | Kassenrezept | Heilmittelverordnung | ärztliche Verordnung',
    labels: 'aut idem | Krankenkasse bzw. Kostenträger | Betriebsstätten-Nr | Arzt-Nr | Versicherten-Nr | Zuzahlung',
    words: 'Tabletten | Filmtabletten | täglich einnehmen | Dosierung | Apotheke | Packung | Gebühr frei',
  },
  insurance_card: {
    title: 'Gesundheitskarte | Versichertenkarte | Krankenversicherungskarte | Europäische Krankenversicherungskarte',
    labels: 'Versichertennummer | Kennnummer des Trägers | Name des Versicherten | Krankenkasse',
    words: 'Krankenversicherung | Kennnummer der Karte | persönliche Kennnummer | Ablaufdatum',
  },
  delivery_note: {
    title: 'Lieferschein | Packliste | Warenbegleitschein | Wareneingangsschein | Versandschein | Abliefernachweis',
    labels: 'Lieferscheinnummer | Lieferdatum | Lieferadresse | gelieferte Menge | Versandart',
    words: 'Ware erhalten | Unterschrift Empfänger | Packstücke | Nettogewicht | ordnungsgemäß erhalten | Paletten',
  },
  bill_of_lading: {
    title:
      'Frachtbrief | Konnossement | Ladeschein | Seefrachtbrief | Luftfrachtbrief | internationaler Frachtbrief | Speditionsauftrag',
    labels: 'Frachtführer | Empfänger der Ladung | Ladehafen | Löschhafen | Beladeort | Entladeort',
    words: 'Bruttogewicht | Frachtzahler | Containernummer | Ladung | Anzahl der Packstücke | Auslieferungsort',
  },
  customs_declaration: {
    title:
      'Zollanmeldung | Ausfuhranmeldung | Einfuhranmeldung | Ausfuhrbegleitdokument | Zollinhaltserklärung | Ursprungszeugnis Zoll | Einheitspapier',
    labels: 'Warennummer | Zollwert | Ursprungsland | Zolltarifnummer | Anmelder | EORI-Nummer | Ausfuhrland',
    words: 'Zollamt | Zollstelle | Einfuhrabgaben | Verfahren | statistischer Wert | Eigenmasse | Rohmasse',
  },
  resume: {
    title: 'Lebenslauf | Bewerberprofil | Berufsprofil | tabellarischer Lebenslauf',
    labels:
      'Berufserfahrung | beruflicher Werdegang | Ausbildung | Sprachkenntnisse | Kenntnisse und Fähigkeiten | Persönliche Daten',
    words: 'Studium | Abitur | Praktikum | EDV-Kenntnisse | Muttersprache | Weiterbildung | Hobbys',
  },
  payslip: {
    title:
      'Gehaltsabrechnung | Lohnabrechnung | Entgeltabrechnung | Verdienstabrechnung | Bezügemitteilung | Lohnzettel',
    labels:
      'Personalnummer | Steuerklasse | Sozialversicherungsnummer | Gesamtbrutto | Nettobezug | Auszahlungsbetrag | Steuerbrutto',
    words:
      'Lohnsteuer | Krankenversicherung | Rentenversicherung | Arbeitslosenversicherung | Pflegeversicherung | Kirchensteuer | Grundgehalt',
  },
  expense_report: {
    title:
      'Reisekostenabrechnung | Spesenabrechnung | Auslagenerstattung | Reisekosten | Spesenbericht | Auslagenabrechnung',
    labels: 'Reiseziel | Reisezweck | Verpflegungsmehraufwand | Kilometergeld | Erstattungsbetrag | Anlass der Reise',
    words:
      'Übernachtung | gefahrene Kilometer | Tagessatz | Belege beigefügt | Genehmigt durch | Bewirtung | Vorschuss',
  },
  employment_reference: {
    title:
      'Arbeitszeugnis | Zwischenzeugnis | Arbeitsbescheinigung | Zeugnis | Beschäftigungsnachweis | Praktikumszeugnis',
    labels:
      'war in unserem Unternehmen | war bei uns beschäftigt | zu unserer vollen Zufriedenheit | stets zu unserer vollsten | Aufgabengebiet umfasste',
    words:
      'Verhalten gegenüber Vorgesetzten | verlässt uns | wünschen ihr | wünschen ihm | für die Zukunft alles Gute | auf eigenen Wunsch',
  },
  identity_document: {
    title: 'Personalausweis | Reisepass | Führerschein | Aufenthaltstitel | Bundesrepublik Deutschland',
    labels: 'Staatsangehörigkeit | Geburtsort | Geburtstag | Ausstellende Behörde | Augenfarbe | Ausweisnummer',
    words: 'Geburtsname | Vornamen | Unterschrift des Inhabers | ausgestellt am | Anschrift',
  },
  government_form: {
    title:
      'Antrag auf | Anmeldung bei der Meldebehörde | Gewerbeanmeldung | Wohngeldantrag | Meldebescheinigung | Bauantrag | Antragsformular | Formblatt',
    labels:
      'Antragsteller | Von der Behörde auszufüllen | Zutreffendes ankreuzen | Aktenzeichen der Behörde | Angaben zur Person',
    words:
      'Bitte in Druckbuchstaben | Zutreffendes bitte ankreuzen | Ordnungsamt | Behörde | Dienststelle | Bescheid | Landratsamt',
  },
  certificate: {
    title:
      'Bescheinigung | Urkunde | Zertifikat | Geburtsurkunde | Heiratsurkunde | Teilnahmebescheinigung | Handelsregisterauszug | Sterbeurkunde | Ursprungszeugnis',
    labels: 'hiermit wird bescheinigt | hat erfolgreich teilgenommen | wird bescheinigt | wird beurkundet | Standesamt',
    words: 'erfolgreich abgelegt | verliehen | Siegel | Standesbeamter | Zertifizierungsstelle | bestanden',
  },
  email: {
    title: 'Weitergeleitete Nachricht | Ursprüngliche Nachricht',
    labels: 'Gesendet am | von meinem iPhone gesendet | schrieb am | Diese E-Mail enthält vertrauliche',
    words: 'im Anhang finden Sie | Viele Grüße | Diese Nachricht wurde gesendet | Antwort an',
  },
  letter: {
    title: 'Anschreiben | offener Brief | Begleitschreiben',
    labels:
      'sehr geehrte Damen und Herren | sehr geehrte Frau | sehr geehrter Herr | Ihr Zeichen | unser Zeichen | Ihr Schreiben vom',
    words: 'mit freundlichen Grüßen | hochachtungsvoll | Betreff | für Rückfragen stehen wir | wir bedanken uns',
  },
  termination: {
    title:
      'Kündigung | Kündigungsschreiben | Vertragskündigung | ordentliche Kündigung | außerordentliche Kündigung | Kündigung des Vertrags | Kündigung meines Vertrags | Widerrufsformular | Kündigungsformular',
    labels: 'Vertragsnummer | Kündigungsfrist | Kündigungstermin | Vertragsende | Sonderkündigungsrecht',
    words:
      'zum nächstmöglichen Zeitpunkt | Eingang der Kündigung | Einzugsermächtigung | bestätigen Sie mir die Kündigung | ordentlich und fristgerecht',
  },
  complaint: {
    title: 'Beschwerde | Reklamation | Mängelrüge | Beschwerdeformular | Reklamationsformular | Beschwerdebrief',
    labels: 'Reklamationsnummer | Artikelnummer | Kaufdatum | Mangel | Reklamationsgrund',
    words: 'Nachbesserung | Ersatzlieferung | Nacherfüllung | sehr verärgert | erwarte ich Ihre Stellungnahme',
  },
  memo: {
    title: 'Aktennotiz | Hausmitteilung | Aktenvermerk | interne Mitteilung | Vermerk | Gesprächsnotiz | Rundschreiben',
    labels: 'Verteiler | zur Kenntnis | an alle Mitarbeiter | zur Kenntnisnahme | Verfasser',
    words: 'bitte beachten | Abteilungsleiter | betrifft | Rücksprache',
  },
  report: {
    title:
      'Bericht | Abschlussbericht | Protokoll | Jahresbericht | Gutachten | Prüfbericht | Sitzungsprotokoll | Zwischenbericht',
    labels:
      'Inhaltsverzeichnis | Zusammenfassung | Einleitung | Ergebnisse | Teilnehmer | Tagesordnung | Schlussfolgerungen',
    words: 'Abbildung | Tabelle | Literaturverzeichnis | Empfehlungen | Methodik | Ausblick | Anhang',
  },
};
