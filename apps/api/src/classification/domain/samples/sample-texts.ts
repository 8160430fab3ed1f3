import { SAMPLE_LETTERS } from './sample-letters.js';

/** Invented documents for tests, several languages, one or more a type. No text of a real document. */
export const SAMPLES: readonly (readonly [type: string, what: string, text: string])[] = [
  [
    'invoice',
    'English',
    `Larkspur Tools Ltd
     INVOICE
     Invoice no: 2291   Invoice date: 4 March 2024   Due date: 3 April 2024
     Bill to: Quill Bakery
     Description   Quantity   Unit price   Amount
     Oven hinge   4   12.50   50.00
     Subtotal   50.00
     VAT 20%   10.00
     Amount due   60.00`,
  ],
  [
    'invoice',
    'English, numbered as a receipt, with a buyer',
    `Fernside Workshops, 3 Weir Lane, Kelby   VAT no. 118 2204   Date: 3 May 2024
     Receipt no: 731   Sold to   Alder Joinery, 12 Mill Lane, Kelby   Customer ID: 88
     Training date   Description   Unit price   Discount   Line total
     12 May 2024   Safety course for six people   $2,000   10%   $1,800
     Subtotal   $1,800   Sales tax   $180   Total   $1,980
     Paid by card   Thank you for your business!`,
  ],
  [
    'receipt',
    'English, with a customer at the till',
    `KELBY HARDWARE
     TAX INVOICE
     Sold to: cash customer
     Cashier: Ida   Till 2   14:32:08
     2 x hinge   7.80
     1 x glue   4.10
     Total   11.90
     Cash   20.00
     Change   8.10
     Thank you, please come again`,
  ],
  [
    'invoice',
    'German, spaced title',
    `Tischlerei Amsel
     R E C H N U N G
     Rechnungsnummer: 88-13   Rechnungsdatum: 12.05.2023
     Menge   Bezeichnung   Einzelpreis   Gesamtpreis
     2   Regalbrett   30,00   60,00
     Nettobetrag 60,00
     MwSt 19 % 11,40
     Rechnungsbetrag 71,40
     Zahlbar innerhalb von 14 Tagen ohne Abzug`,
  ],
  [
    'invoice',
    'German, a premium asked for in a letter',
    `Kranich Versicherung a.G., Deichweg 9, 10117 Tarn
     Frau Ida Lund, Mühlweg 4, 10115 Tarn
     Ihre Hausratversicherung Nr. 77.120   3. März 2024
     Sehr geehrte Frau Lund,
     für das nächste Versicherungsjahr bitten wir Sie um den folgenden Betrag, der am 1. April fällig wird.
     Hausrat am Mühlweg   50,00
     Versicherungsteuer 19 %   9,50
     zu zahlender Beitrag   59,50
     Bitte überweisen Sie ihn auf unser Konto, IBAN DE02 1203 0000 0000 2020 51.
     Wenn Sie uns ein Mandat erteilen, buchen wir den Beitrag künftig selbst ab.
     Ihre Kranich Versicherung`,
  ],
  [
    'invoice',
    'French',
    `Menuiserie du Lac
     FACTURE
     Facture n° F-2023-18   Date de facture : 02/06/2023
     Adresse de facturation : Hôtel des Pins
     Désignation   Quantité   Prix unitaire   Montant HT
     Pose de volets   3   120,00   360,00
     TVA 20 %   72,00
     Net à payer   432,00 EUR
     Date limite de paiement : 02/07/2023`,
  ],
  [
    'invoice',
    'Spanish',
    `Talleres Olmo S.L.   CIF B00000000
     FACTURA
     Factura nº 77   Fecha de factura: 10/01/2024
     Concepto   Cantidad   Precio unitario   Importe
     Revisión   1   80,00   80,00
     Base imponible 80,00
     IVA 21% 16,80
     Total a pagar 96,80   Vencimiento: 10/02/2024`,
  ],
  [
    'invoice',
    'Italian',
    `Officina Rovere   P. IVA 00000000000
     FATTURA
     Numero fattura 12/A   Data fattura 03/02/2024
     Descrizione   Quantità   Prezzo unitario   Totale
     Riparazione   1   90,00   90,00
     Imponibile 90,00
     IVA 22% 19,80
     Totale da pagare 109,80   Scadenza 03/03/2024`,
  ],
  [
    'invoice',
    'poorly recognised',
    `Lark5pur T0ols
     lNVOlCE
     lnvoice nurnber 2291   lnvoice dale 4 March 2024
     Blll to Quill Bakery
     Arnount due   60.00
     Paymenl terms 30 days`,
  ],
  [
    'credit_note',
    'English',
    `CREDIT NOTE
     Credit note number: CN-14   Date: 5 May 2024
     Original invoice: 2291
     Reason for credit: goods returned
     Total credit 60.00`,
  ],
  [
    'purchase_order',
    'English',
    `PURCHASE ORDER
     PO number: 4500017   Order date: 2 May 2024
     Vendor: Larkspur Tools   Ship to: Quill Bakery, gate 2
     Part number   Quantity   Unit price
     HX-1   4   12.50
     Please deliver by 10 May. Incoterms DAP. Authorized by: purchasing`,
  ],
  [
    'insertion_order',
    'a broadcast order',
    `ORDER
     Order / Rev: 1200   Estimate: 77   Agency Commission: 15%
     Advertiser: Friends of the Canal   Flight Dates: 03/01/24 - 03/14/24
     Agency: Northbank Media   Account Executive: A. Rower
     Demographic: Adults 35+   Billing Calendar: Broadcast
     Line   Days   Start/End Time   Len   Spots/Week   Rate
     1   M-F   6a-7a   30   5   120.00
     Total Spots: 10   Gross Amount 1,200.00`,
  ],
  [
    'invoice',
    'for air time',
    `INVOICE
     Invoice # 1200-1   Invoice Date 03/31/24   Invoice Period 02/26/24 - 03/31/24
     Advertiser Friends of the Canal   Flight Dates 03/01/24 - 03/14/24
     Remit Address: Station, P.O. Box 9
     Billing Address: Northbank Media
     Line   Day   Date   Length   Air Time   Rate
     1   Mo   03/04/24   30   6:12a   120.00
     Gross 1,200.00   Agency Commission 180.00   Amount Due 1,020.00`,
  ],
  [
    'quote',
    'German',
    `ANGEBOT
     Angebotsnummer: 55   Angebotsdatum: 01.02.2024
     Vielen Dank für Ihre Anfrage. Wir bieten Ihnen freibleibend an:
     Menge   Bezeichnung   Einzelpreis
     1   Treppe   2.400,00
     Das Angebot ist gültig bis 01.03.2024.`,
  ],
  [
    'bank_statement',
    'English',
    `Harbour Bank
     Account statement
     Account holder: J. Doe   Account number: 00000000   Statement period: January 2024
     Opening balance 1,000.00
     Date   Description   Debit   Credit   Balance
     02/01   Direct debit water   30.00   970.00
     09/01   Direct deposit   400.00   1,370.00
     Closing balance 1,370.00`,
  ],
  [
    'tax_form',
    'an information return',
    `VOID   CORRECTED
     PAYER'S name, street address   OMB No. 1545-0000   2023
     PAYER'S TIN   RECIPIENT'S TIN   Form 1099-INT
     1 Interest income   4 Federal income tax withheld
     Copy B For Recipient`,
  ],
  [
    'tax_form',
    'poorly recognised',
    `Fom 1O99-INT   OMB No. 1545-OOOO
     PAYERS narne   RECIPlENTS TlN
     Federal incorne tax withhe1d
     Copy B For Recipient`,
  ],
  [
    'mortgage_form',
    'a loan application',
    `Uniform Residential Loan Application
     Section 1: Borrower Information
     Lender: Harbour Bank   Loan amount: 200,000   Interest rate 5%
     Property address   Occupancy   Loan purpose: Purchase`,
  ],
  [
    'government_form',
    'a registration',
    `OMB No. 1100-0000; expires June 30
     U.S. Department of Commerce
     Registration Statement
     Pursuant to the Harbours Act of 1921, as amended
     1. Name of registrant:   2. Registration No.
     INSTRUCTIONS: Read all instructions. Type or print.
     [ ] yes   [ ] no
     Privacy Act Statement. The undersigned swears under penalty of perjury.`,
  ],
  [
    'identity_document',
    'a passport page',
    `PASSPORT   REPUBLIC OF UTOPIA
     Surname SAMPLE   Given names ANNA
     Nationality UTOPIAN   Date of birth 01 JAN 1990   Sex F
     Place of birth   Date of expiry
     P<UTOSAMPLE<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<
     L898902C36UTO9001011F2501011<<<<<<<<<<<<<<06`,
  ],
  [
    'credit_card',
    'the front',
    `Harbour Bank
     4000 0000 0000 0002
     VALID THRU 01/29
     ANNA SAMPLE   VISA`,
  ],
  [
    'business_card',
    'with a role',
    `Anna Sample
     Senior Engineer
     Larkspur Tools
     Tel: +49 30 000000   Mobile: +49 170 0000000
     anna@larkspur.example   www.larkspur.example`,
  ],
  [
    'insurance_card',
    'of a health plan',
    `Evergreen Health Plan PPO
     Member name ANNA SAMPLE   Member ID 000 000   Group number 7
     RxBIN 000000   RxPCN ABC   RxGrp 1
     Copay: Office visit $20   Specialist $40   Emergency room $100`,
  ],
  [
    'certificate',
    'of marriage',
    `County of Elm
     CERTIFICATE OF MARRIAGE
     This is to certify that the persons named below were united in marriage
     Groom   Bride   Date of marriage   Place of marriage
     Witnesses   Official seal`,
  ],
  [
    'payslip',
    'German',
    `Entgeltabrechnung
     Abrechnungsmonat: Mai 2024   Personalnummer 12   Steuerklasse 1
     Gesamtbrutto 3.000,00
     Lohnsteuer 300,00   Krankenversicherung 240,00   Rentenversicherung 280,00
     Auszahlungsbetrag 2.180,00`,
  ],
  [
    'utility_bill',
    'Spanish',
    `Factura de electricidad
     Punto de suministro   CUPS ES00
     Lectura actual 1200   Lectura anterior 1100   Consumo 100 kWh
     Número de contador 77
     Total a pagar 31,20`,
  ],
  [
    'delivery_note',
    'German',
    `LIEFERSCHEIN
     Lieferschein Nr. 19   Lieferdatum 03.04.2024   Lieferadresse: Tor 2
     Artikel   Gelieferte Menge   Nettogewicht
     Ware erhalten: ____________ Unterschrift Empfänger`,
  ],
  [
    'bill_of_lading',
    'by sea',
    `BILL OF LADING
     Shipper   Consignee   Notify party
     Vessel   Voyage no   Port of loading   Port of discharge
     Description of goods   Gross weight   Measurement   Freight prepaid`,
  ],
  [
    'medical_record',
    'a discharge letter',
    `DISCHARGE SUMMARY
     Patient name: A. Sample   MRN 000   Attending physician: Dr. Rower
     Chief complaint: cough. History of present illness: three days.
     Vital signs: blood pressure 120/80. Physical examination: clear.
     Diagnosis: J20.9. Medications: none. Allergies: NKDA. Follow up in two weeks.`,
  ],
  [
    'lab_report',
    'French',
    `Compte rendu d'analyses
     Prélèvement du 02/05/2024
     Hémoglobine   14,1 g/dL   Valeurs de référence 13 - 17
     Glucose   0,9 g/L   Créatinine 9 mg/L`,
  ],
  [
    'prescription',
    'Italian',
    `RICETTA MEDICA
     Medico: dott. Remo   Paziente: A. Sample
     Ibuprofene 400 mg compresse
     1 compressa due volte al giorno
     Posologia: dopo i pasti   Farmacia`,
  ],
  [
    'court_filing',
    'a complaint',
    `IN THE UNITED STATES DISTRICT COURT
     Anna Sample, Plaintiff,
     v.
     Larkspur Tools, Defendant.
     Case No. 24-1
     COMPLAINT
     Plaintiff, by her attorneys, states a cause of action. Jury trial demanded. Prayer for relief.`,
  ],
  [
    'power_of_attorney',
    'German',
    `VOLLMACHT
     Hiermit bevollmächtige ich, Anna Sample, Herrn Rower, mich in allen Angelegenheiten zu vertreten.
     Bevollmächtigter: R. Rower   Ort, Datum, Unterschrift`,
  ],
  [
    'resume',
    'French',
    `CURRICULUM VITAE
     Expérience professionnelle
     2019 - 2023 Menuisière, Atelier du Lac
     Formation
     2016 - 2018 Université du Lac, Master
     Compétences
     Langues`,
  ],
  ...SAMPLE_LETTERS,
  [
    'letter',
    'German',
    `Anna Sample, Gartenweg 1, 12345 Bad Muster
     Betreff: Ihr Schreiben vom 2. Mai
     Sehr geehrter Herr Rower,
     vielen Dank für Ihre Zeilen, über die wir uns hier im Haus alle sehr gefreut haben.
     Gern kommen wir im Sommer mit den Kindern wieder an den See und bringen den Kuchen mit.
     Mit freundlichen Grüßen
     Anlage: Foto`,
  ],
  [
    'memo',
    'English',
    `MEMORANDUM
     TO: All staff
     FROM: Office of the harbour master
     SUBJECT: Parking
     From Monday on the north gate is closed because the road is being repaired by the city for about two weeks in all.`,
  ],
];
