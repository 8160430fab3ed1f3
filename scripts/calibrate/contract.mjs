// English contracts: preamble, clauses and signatures in several wordings.
import { flow, pdf } from '../samples/pdf.mjs';
import { companyOf, daysOf, personOf } from './words.mjs';

const TITLES = [
  'Services Agreement',
  'Distribution Agreement',
  'License Agreement',
  'Confidentiality Agreement',
  'Supply Agreement',
  'Consulting Agreement',
];
const STATES = ['New York', 'Delaware', 'California', 'Texas', 'England and Wales', 'Ontario'];
const ROLES = [
  ['Supplier', 'Customer'],
  ['Licensor', 'Licensee'],
  ['Company', 'Consultant'],
  ['Discloser', 'Recipient'],
];

/** One contract: its bytes, and what is right. */
export async function contract(c) {
  const day = daysOf(c, 'en');
  const [title, law, roles] = [c.one(TITLES), c.one(STATES), c.one(ROLES)];
  const parties = [companyOf(c, 'en'), c.chance(0.2) ? personOf(c) : companyOf(c, 'en')];
  const signed = day(0).printed;
  const effective = c.chance(0.5) ? day(c.upTo(40)) : null;
  const years = 1 + c.upTo(5);
  const start = effective
    ? `shall commence on ${effective.printed} (the "Effective Date")`
    : 'shall commence on the date hereof';
  const parts = [
    { heading: c.chance(0.6) ? title.toUpperCase() : title },
    c.one([
      `This ${title} (this "Agreement") is made as of ${signed} by and between ${parties[0]} ("${roles[0]}") and ${parties[1]} ("${roles[1]}").`,
      `This ${title} is entered into on ${signed} between ${parties[0]}, having its office at 12 ${c.name()} Street (the "${roles[0]}"), and ${parties[1]} (the "${roles[1]}").`,
      `THIS AGREEMENT, dated ${signed}, is among ${parties[0]} ("${roles[0]}") and ${parties[1]} ("${roles[1]}"), who agree as follows.`,
    ]),
    { heading: '1. Services' },
    `The ${roles[0]} shall act in good faith. An earlier agreement dated ${day(-400).printed} is replaced by this one.`,
    { heading: '2. Term' },
    c.one([
      `This Agreement ${start} and shall continue for ${years} years.`,
      `The term of this Agreement ${start} and ends after a period of ${years} (${years}) years.`,
    ]),
    ...(c.chance(0.5)
      ? [`Either party may terminate this Agreement on ${c.one([30, 60, 90])} days written notice.`]
      : []),
    { heading: '3. Confidentiality' },
    `Each party shall keep secret what it learns of the other. The laws of ${c.one(STATES)} on trade secrets are not touched.`,
    { heading: '4. Governing law' },
    c.one([
      `This Agreement shall be governed by and construed in accordance with the laws of ${c.chance(0.5) && !law.startsWith('Eng') ? 'the State of ' : ''}${law}.`,
      `The laws of ${law} govern this Agreement, without regard to conflicts of law.`,
    ]),
    `IN WITNESS WHEREOF the parties have signed this Agreement.`,
    ...parties.flatMap((party) => [party, `By: ${personOf(c)}`, `Date: ${day(c.upTo(5)).printed}`]),
  ];
  const bytes = await pdf((doc) => flow(doc, parts), { title: 'document' });
  return {
    type: 'contract',
    language: 'en',
    bytes,
    truth: {
      title,
      agreementDate: day(0).iso,
      effectiveDate: effective ? effective.iso : undefined,
      governingLaw: law,
    },
  };
}
