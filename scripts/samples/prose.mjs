// Documents that are sentences: a contract as PDF, a medical report and a court filing as plain text.
import { pdf, flow, put, BOLD } from './pdf.mjs';

const CLAUSES = [
  'This Service Agreement (the "Agreement") is made on 2 February 2026 between Example Traders Ltd, a company with its ' +
    'registered office at 12 Sample Street, Exampleton EX4 2AB (the "Client"), and Sample Analytics Ltd, a company with ' +
    'its registered office at 5 Prototype Park, Testville TS2 7QQ (the "Provider").',
  'The Client sells office furniture and wishes to understand how its stock moves. The Provider offers analysis of ' +
    'business data. The parties therefore agree as follows.',
  { heading: '1. Services' },
  'The Provider shall collect the stock and sales data that the Client makes available, keep it in a database, and ' +
    'deliver a report by the tenth day of each month. The report shows the movement of each article, articles that are ' +
    'likely to run out within six weeks, and articles that have not moved for a year.',
  'The Provider shall name one employee whom the Client can ask about a report. Questions are answered within two ' +
    'working days. Work that goes beyond the reports is agreed in writing before it begins.',
  { heading: '2. Duties of the Client' },
  'The Client shall make its data available on the first working day of each month in the form that the parties agreed ' +
    'upon, and shall tell the Provider in good time where the form is going to change. The Client is responsible for ' +
    'its data being correct. A report that is late because data came late is not a breach of this Agreement.',
  { heading: '3. Fees and payment' },
  'The Client shall pay a fee of GBP 1,450.00 for each month, plus value added tax at the rate that is in force. The ' +
    'Provider sends an invoice at the end of each month, which is payable within thirty days. Where a payment is late, ' +
    'the Provider may charge interest at four per cent a year above the base rate.',
  'The fee may be changed once a year with three months of notice. A change of more than five per cent gives the Client ' +
    'the right to end this Agreement on the day on which the change would take effect.',
  { heading: '4. Term and termination' },
  'This Agreement takes effect on 1 March 2026 and shall continue for a term of two (2) years, until 29 February 2028. ' +
    'Either party may terminate this Agreement by giving ninety (90) days written notice to the other party.',
  'Either party may terminate this Agreement at once where the other party commits a serious breach and does not put ' +
    'it right within thirty days of being asked to in writing, or becomes insolvent.',
  'When this Agreement ends, the Provider shall hand over the reports that are due and delete the data of the Client ' +
    'within thirty days, and shall confirm the deletion in writing.',
  { heading: '5. Confidentiality' },
  'Each party shall keep confidential what it learns about the business of the other party, shall use it for the ' +
    'purposes of this Agreement only, and shall disclose it only to employees and advisers who need it and who are bound ' +
    'in the same way. This does not apply to information that is public without a breach, that the party knew before, ' +
    'or that a court or an authority orders it to disclose.',
  'This section continues to bind the parties for three years after this Agreement has ended.',
  { heading: '6. Data protection' },
  'The data that the Client provides contains no personal data. Should that change, the parties will sign an agreement ' +
    'on the processing of personal data before such data is handed over.',
  { heading: '7. Rights in the reports' },
  'The Client may use the reports for its own business without limit of time. The Provider keeps the rights in its ' +
    'methods and software. Nothing in this Agreement transfers the rights in the data of the Client.',
  { heading: '8. Liability' },
  'Neither party is liable for loss of profit or for indirect damage. The liability of each party under this Agreement ' +
    'is limited to the fees of twelve months. Nothing limits liability for death, personal injury, fraud, or for what ' +
    'the law does not permit to be limited.',
  { heading: '9. Force majeure' },
  'A party is not in breach where it cannot perform because of an event beyond its control that it could not foresee. ' +
    'It shall tell the other party without delay. Where the event lasts longer than sixty days, either party may ' +
    'terminate this Agreement in writing.',
  { heading: '10. Notices' },
  'Notices under this Agreement are given in writing, by letter to the registered office or by e-mail to ' +
    'contracts@example-traders.test for the Client and to legal@sample-analytics.test for the Provider. A letter counts ' +
    'as received on the second working day after posting.',
  { heading: '11. Governing law' },
  'This Agreement is governed by the laws of England and Wales. The courts of London have exclusive jurisdiction over ' +
    'any dispute that arises from it.',
  { heading: '12. General' },
  'This Agreement is the whole agreement between the parties on its subject and replaces what they agreed before. ' +
    'Changes are made in writing and signed by both parties. Neither party may assign this Agreement without the consent ' +
    'of the other. If a provision is invalid, the others remain in force.',
  'Signed by the parties through their authorised representatives.',
];

function drawContract(doc) {
  doc.font(BOLD).fontSize(18).text('SERVICE AGREEMENT', { align: 'center' });
  doc.y += 16;
  flow(doc, CLAUSES, { size: 12, gap: 12 });
  const y = doc.y + 30;
  ['Example Traders Ltd', 'Sample Analytics Ltd'].forEach((name, index) => {
    const x = 60 + index * 250;
    doc
      .moveTo(x, y + 34)
      .lineTo(x + 200, y + 34)
      .lineWidth(0.6)
      .stroke();
    put(doc, `For ${name}`, x, y + 40);
    put(doc, index === 0 ? 'Managing Director' : 'Director', x, y + 54, { size: 9 });
  });
}

const MEDICAL_REPORT = `EXAMPLETON GENERAL HOSPITAL
Department of Internal Medicine
1 Infirmary Road, Exampleton EX2 5TT

DISCHARGE SUMMARY

Patient name: Tobin Placeholder
Date of birth: 23 November 1961
Medical record number: MRN-0045217
Date of admission: 11 May 2026
Date of discharge: 16 May 2026
Attending physician: Dr. Lena Testmann

Diagnosis: Community-acquired pneumonia of the right lower lobe
Secondary diagnosis: Type 2 diabetes mellitus

Allergies: Penicillin (rash)

History of present illness
The patient is a 64 year old man who came to the emergency department with cough, fever and shortness of breath
for four days. He had felt pain in the right side of the chest when taking a deep breath.

Physical examination
Temperature 38.9 C, blood pressure 132/78 mmHg, heart rate 104 per minute, oxygen saturation 91 % on room air.
Crackles over the right lower lobe. Heart sounds regular, no murmurs. Abdomen soft and not tender.

Hospital course
A chest X-ray showed an infiltrate in the right lower lobe. Because of the allergy to penicillin the patient was
treated with levofloxacin. He had no fever from the third day on and needed no oxygen from the fourth day on.

Medications at discharge:
- Levofloxacin 500 mg by mouth once daily for four more days
- Metformin 850 mg by mouth twice daily

Follow-up
Please see your general practitioner within one week. A further chest X-ray is recommended in six weeks.

Dr. Lena Testmann
Consultant in Internal Medicine
`;

const COURT_FILING = `IN THE DISTRICT COURT OF EXAMPLE COUNTY
STATE OF UTOPIA

Case No. 26-CV-00318

FICTIONAL METALS LLC,
          Plaintiff,

v.

PLACEHOLDER BOATS INC.,
          Defendant.

COMPLAINT FOR BREACH OF CONTRACT

Filed: August 12, 2026

Plaintiff Fictional Metals LLC, by its attorneys, brings this complaint against defendant Placeholder Boats Inc.
and alleges as follows:

PARTIES, JURISDICTION AND VENUE

1. Plaintiff is a limited liability company with its principal place of business in Testburg.

2. Defendant is a corporation with its principal place of business in Sampleport.

3. This Court has jurisdiction over the subject matter and the parties. Venue is proper in Example County because
the goods were to be delivered there.

FACTUAL ALLEGATIONS

4. In May of this year defendant ordered aluminium sheets and other goods from plaintiff in writing.

5. Plaintiff delivered the goods on time. Defendant accepted them and raised no objection.

6. Plaintiff sent an invoice, which fell due after forty-five days. Defendant has not paid any part of it, although
plaintiff has demanded payment in writing twice.

FIRST CAUSE OF ACTION: BREACH OF CONTRACT

7. Plaintiff repeats the allegations of paragraphs 1 through 6.

8. By failing to pay for the goods, defendant has breached the contract, and plaintiff has suffered damages.

PRAYER FOR RELIEF

WHEREFORE, plaintiff respectfully requests that the Court enter judgment against defendant for the unpaid price,
award interest and the costs of this action, and grant such other relief as the Court deems just and proper.

DEMAND FOR JURY TRIAL

Plaintiff demands a trial by jury on all issues so triable.

Respectfully submitted,

Sample and Partners LLP
Attorneys for Plaintiff
`;

export const prose = [
  {
    name: 'service-contract.pdf',
    make: () => pdf(drawContract, { title: 'Service Agreement', margin: 76 }),
    truth: {
      type: 'contract',
      language: 'en',
      pages: 3,
      fields: { agreementDate: '2026-02-02', effectiveDate: '2026-03-01', expirationDate: '2028-02-29' },
      rows: { list: 'parties', column: 'name', values: ['Example Traders Ltd', 'Sample Analytics Ltd'] },
    },
  },
  {
    name: 'medical-report.txt',
    make: async () => Buffer.from(MEDICAL_REPORT),
    truth: {
      type: 'medical_record',
      language: 'en',
      pages: 1,
      fields: { patientName: 'Tobin Placeholder', dateOfBirth: '1961-11-23', recordNumber: 'MRN-0045217' },
    },
  },
  {
    name: 'court-filing.txt',
    make: async () => Buffer.from(COURT_FILING),
    truth: {
      type: 'court_filing',
      language: 'en',
      pages: 1,
      fields: { caseNumber: '26-CV-00318', filingDate: '2026-08-12' },
      rows: { list: 'plaintiffs', column: 'name', values: ['FICTIONAL METALS LLC'] },
    },
  },
];
