import type { WordedType } from '../cues/languages/language-cues.js';

/** Short invented documents, one a type. */
export const GERMAN_SAMPLES: Readonly<Record<WordedType, string>> = {
  invoice:
    'Tischlerei Amsel\nRechnung\nRechnungsnummer: 88-13   Rechnungsdatum: 12.05.2023\nRegalbrett   60,00\nRechnungsbetrag 71,40\nZahlbar innerhalb von 14 Tagen',
  credit_note:
    'Tischlerei Amsel\nGutschrift\nGutschriftsnummer: G-14 zur Rechnung Nr. 88\nWir schreiben Ihnen gut: 20,00\nGutschriftsbetrag 20,00',
  receipt:
    'Bäckerei Birke\nKassenbon\nBon-Nr 771   Kasse 2   Es bediente Sie: Eva\nBrot   4,20\nSumme EUR 4,20\nRückgeld 0,80\nVielen Dank für Ihren Einkauf',
  purchase_order:
    'Quill Werke\nBestellung\nBestellnummer: 4500017   Bestelldatum: 02.05.2024\nHiermit bestellen wir 40 Scharniere\nLiefertermin: 20.05.2024\nAuftragsbestätigung erbeten',
  insertion_order:
    'Anzeigenauftrag\nWerbetreibender: Larkspur\nErscheinungstermin: 3. Juni\nAnzeigenformat: halbe Seite   Anzeigenpreis 900,00\nAgenturprovision 15 %',
  quote:
    'Malerbetrieb Tarn\nAngebot\nAngebotsnummer: A-77   gültig bis 30.06.2024\nVielen Dank für Ihre Anfrage, wir bieten Ihnen an:\nAngebotssumme 1.200,00',
  payment_reminder:
    'Tischlerei Amsel\n2. Mahnung\nZu unserer Rechnung haben wir noch keinen Zahlungseingang feststellen können.\nOffener Betrag 71,40   Mahngebühr 5,00\nfällig seit 26.05.2023',
  bank_statement:
    'Sparkasse Tarn\nKontoauszug Nr. 5\nKontoinhaber: Ida Lund\nalter Kontostand 1.000,00\nBuchungstag   Wertstellung   Lastschrift 20,00\nneuer Kontostand 980,00',
  bank_check:
    'Verrechnungsscheck\nZahlen Sie gegen diesen Scheck an Ida Lund\nBetrag in Buchstaben: einhundert\nScheck-Nr 00012   Unterschrift des Ausstellers',
  utility_bill:
    'Stadtwerke Tarn\nStromrechnung\nZählernummer 5512   Zählerstand 20113   Verbrauch kWh 2100\nArbeitspreis   Grundpreis   Netzentgelte\nAbschlag 70,00 im Abrechnungszeitraum',
  tax_form:
    'Finanzamt Tarn\nEinkommensteuerbescheid\nVeranlagungszeitraum 2023   Identifikationsnummer 12 345\nzu versteuerndes Einkommen 30.000\nfestgesetzte Steuer 5.000   Solidaritätszuschlag 0',
  mortgage_form:
    'Bank am Tarn\nDarlehensantrag Baufinanzierung\nDarlehensnehmer: Ida Lund   Darlehensbetrag 200.000   Sollzinsbindung 10 Jahre\nBeleihungswert   Grundschuld   Tilgung 2 %',
  insurance_claim:
    'Schadenanzeige\nVersicherungsnehmer: Ida Lund   Schadennummer 77-1\nSchadentag: 3. März   Schadenort: Mühlweg\nSchadenhergang: Wasser lief aus\nZeugen: keine   Schadenhöhe 800',
  insurance_policy:
    'Versicherungsschein\nVersicherungsschein-Nr. 55   Versicherungsnehmer Ida Lund\nVersicherungsbeginn 1. Mai   Versicherungssumme 50.000   Selbstbeteiligung 150\nVersicherungsschutz nach den Bedingungen',
  financial_statement:
    'Quill Werke GmbH\nBilanz zum 31. Dezember 2023\nAktiva   Anlagevermögen 500   Umlaufvermögen 300\nPassiva   Eigenkapital 400   Rückstellungen 100   Verbindlichkeiten 300\nBilanzsumme 800',
  contract:
    'Dienstleistungsvertrag\nZwischen Quill Werke, nachfolgend Auftraggeber, und Larkspur wird folgender Vertrag geschlossen.\n§ 1 Vertragsgegenstand\n§ 2 Vergütung\n§ 3 Vertragsdauer, Kündigungsfrist\n§ 4 Gerichtsstand. Salvatorische Klausel. Änderungen bedürfen der Schriftform.',
  nda: 'Geheimhaltungsvereinbarung\nVertrag zwischen den Vertragsparteien. Die offenlegende Partei übergibt der empfangenden Partei vertrauliche Informationen.\nDie empfangende Partei verpflichtet sich, Stillschweigen zu bewahren. Vertragsstrafe. Gerichtsstand ist Tarn.',
  court_filing:
    'Landgericht Tarn\nUrteil\nIm Namen des Volkes\nin dem Rechtsstreit der Klägerin gegen den Beklagten\nhat das Landgericht für Recht erkannt\nTatbestand\nEntscheidungsgründe',
  power_of_attorney:
    'Vollmacht\nHiermit bevollmächtige ich, Ida Lund, den Bevollmächtigten Jean Morel, mich in meinem Namen zu vertreten.\nDer Vollmachtgeber   Untervollmacht ist erlaubt',
  legal_document:
    'Testament\nMein letzter Wille: Erbe wird Jean Morel. Ein Vermächtnis erhält Eva Horn.\nDer Erblasser Tom Brooks, beurkundet durch den Notar, vorgelesen, genehmigt',
  medical_record:
    'Klinik am Tarn\nEntlassungsbericht\nPatient geb. 1970   Diagnosen: Gastritis\nAnamnese: seit Tagen Schmerzen\nBefund: körperliche Untersuchung unauffällig\nTherapie und Medikation bei Entlassung',
  lab_report:
    'Labor Tarn\nLaborbefund\nProbeneingang 3.5.   Messwert   Referenzbereich\nLeukozyten 6,1   4,0-10,0\nHämoglobin 14,0\nKreatinin 0,9   Thrombozyten 250',
  prescription:
    'Privatrezept\nDr. med. Eva Horn   Arzt-Nr 12\nFilmtabletten 20 Stück\nDosierung: täglich einnehmen\naut idem   Zuzahlung   Apotheke',
  insurance_card:
    'Europäische Krankenversicherungskarte\nName Lund   Vornamen Ida   persönliche Kennnummer A123\nKennnummer des Trägers 1234   Kennnummer der Karte 8027\nAblaufdatum 31.12.2027',
  delivery_note:
    'Quill Werke\nLieferschein\nLieferscheinnummer 5512   Lieferdatum 3.5.2024\ngelieferte Menge 40   Packstücke 2   Nettogewicht 12 kg\nWare erhalten: Unterschrift Empfänger',
  bill_of_lading:
    'Internationaler Frachtbrief\nAbsender Quill   Frachtführer Corvo   Empfänger Larkspur\nBeladeort Hamburg   Entladeort Wien\nAnzahl der Packstücke 4   Bruttogewicht 300 kg',
  customs_declaration:
    'Zollanmeldung\nAnmelder Quill   EORI-Nummer DE1   Ausfuhrland DE   Ursprungsland CN\nWarennummer 84159000   Zollwert 900   Eigenmasse 12\nZollstelle Hamburg   Einfuhrabgaben',
  resume:
    'Lebenslauf\nPersönliche Daten: Ida Lund\nBerufserfahrung 2015-2020 Buchhalterin\nAusbildung Abitur, Studium\nSprachkenntnisse Englisch   EDV-Kenntnisse',
  payslip:
    'Quill Werke\nEntgeltabrechnung Mai 2024\nPersonalnummer 12   Steuerklasse 1   Sozialversicherungsnummer 65\nGesamtbrutto 3.000   Lohnsteuer 400   Rentenversicherung 280\nAuszahlungsbetrag 2.000',
  expense_report:
    'Quill Werke\nReisekostenabrechnung\nReiseziel Wien   Reisezweck Messe   gefahrene Kilometer 300\nVerpflegungsmehraufwand 28,00   Übernachtung 90,00\nErstattungsbetrag 200,00   Belege beigefügt',
  employment_reference:
    'Arbeitszeugnis\nFrau Lund war in unserem Unternehmen als Buchhalterin tätig. Ihr Aufgabengebiet umfasste die Kasse.\nSie arbeitete stets zu unserer vollsten Zufriedenheit. Ihr Verhalten gegenüber Vorgesetzten war einwandfrei. Wir wünschen ihr für die Zukunft alles Gute.',
  identity_document:
    'Bundesrepublik Deutschland\nPersonalausweis\nName Lund   Vornamen Ida   Geburtstag 01.02.1980\nStaatsangehörigkeit deutsch   Geburtsort Tarn   Augenfarbe braun\nAusstellende Behörde Stadt Tarn',
  government_form:
    'Landratsamt Tarn\nAntrag auf Wohngeld\nVon der Behörde auszufüllen\nAntragsteller ____________   Angaben zur Person ____________\nZutreffendes bitte ankreuzen ☐ ja ☐ nein\nBitte in Druckbuchstaben',
  certificate:
    'Teilnahmebescheinigung\nHiermit wird bescheinigt: Ida Lund hat erfolgreich teilgenommen.\nZertifizierungsstelle Tarn   Siegel',
  email:
    'Von: Ida Lund\nGesendet: 3. Mai 2024\nAn: Jean Morel\nBetreff: Termin\n\nHallo, im Anhang finden Sie den Plan.\nViele Grüße\nVon meinem iPhone gesendet',
  letter:
    'Quill Werke   Hamburg, 3. Mai 2024\nIhr Zeichen: ab   Ihr Schreiben vom 1. Mai\nSehr geehrte Frau Lund,\nwir bedanken uns für den Besuch. Für Rückfragen stehen wir bereit.\nMit freundlichen Grüßen',
  termination:
    'Ida Lund, Mühlweg 4, 10115 Tarn\nTarn Telefon GmbH\n3. Mai 2024\nKündigung\nSehr geehrte Damen und Herren,\nhiermit kündige ich meinen Vertrag, Vertragsnummer 55-771, fristgerecht zum 30. Juni 2024.\nBitte bestätigen Sie mir die Kündigung schriftlich.\nMit freundlichen Grüßen\nIda Lund',
  complaint:
    'Beschwerde\nKaufdatum: 2. Mai 2024   Artikelnummer 77\nSehr geehrte Damen und Herren,\nüber den Schrank möchte ich mich beschweren: die Türen schließen nicht. Ich bin sehr verärgert und bitte um Nachbesserung.\nMit freundlichen Grüßen\nIda Lund',
  memo: 'Aktennotiz\nVerteiler: alle Mitarbeiter   zur Kenntnisnahme\nBetrifft: Umzug\nBitte beachten: Abteilungsleiter halten Rücksprache.',
  report:
    'Abschlussbericht\nInhaltsverzeichnis\nZusammenfassung\nEinleitung\nMethodik\nErgebnisse\nEmpfehlungen\nAbbildung 1   Literaturverzeichnis',
};
