// English contracts: covers, preambles, clauses and signatures in many wordings, among dates, laws and names that are not the ones.
import { flow, pdf } from '../samples/pdf.mjs';
import { lawClause, noticesClause, termClause } from './contract-clauses.mjs';
import { listed, outsider, partiesOf, signatures } from './contract-parties.mjs';
import { FILLERS, ROLES, TOPICS } from './contract-words.mjs';
import { daysOf } from './words.mjs';

const kindOf = (c) => c.one(['Agreement', 'Agreement', 'Agreement', 'Contract', 'Agreement']);

/** The heading with what stands above and below it, and the name that the preamble uses. */
function cover(c, parties) {
  const lead = c.chance(0.1) ? 'Amended and Restated ' : c.chance(0.06) ? `Amendment No. ${1 + c.upTo(4)} to ` : '';
  const tail = c.chance(0.06)
    ? ` for ${c.one(['Cloud Platforms', 'the Supply of Spare Parts', 'Clinical Trials'])}`
    : '';
  const title = `${lead}${c.one(TOPICS)} ${kindOf(c)}${tail}`;
  const said = c.chance(0.9) ? c.one([title, title, title, 'Agreement']) : `${c.one(TOPICS)} Agreement`;
  const printed = c.chance(0.65) ? title.toUpperCase() : title;
  const above = c.one([
    [],
    [],
    [],
    [],
    [`EXHIBIT 10.${1 + c.upTo(30)}`],
    [`EXHIBIT 99.${1 + c.upTo(9)}`],
    ['EXECUTION VERSION'],
    [parties[0].name],
    ['CONFIDENTIAL'],
    ['Form of'],
    ...(c.chance(0.2) ? [[`Contract No. ${c.digits(6)}`]] : []),
  ]);
  const below = c.one([
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    ['between'],
    [`(${c.one(['Territory of Europe', 'Products', 'Phase II'])})`],
    ['TABLE OF CONTENTS'],
    ...(c.chance(0.3) ? [['TERMS AND CONDITIONS']] : []),
  ]);
  const words = printed.split(' ');
  const cut = 1 + c.upTo(words.length - 1);
  const lines = c.chance(0.15) ? [words.slice(0, cut).join(' '), words.slice(cut).join(' ')] : [printed];
  const heading = c.chance(0.93) ? lines.map((line) => ({ heading: line })) : [];
  return { title, said, parts: [...above, ...heading, ...below] };
}

function preamble(c, { said, parties, signed, day }) {
  const names = listed(
    c,
    parties.map(({ told }) => told),
  );
  const earlier = day(-300 - c.upTo(900)).printed;
  const [y, m, d] = signed ? signed.parts : day(0).parts;
  const month = new Date(Date.UTC(y, m - 1, d)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const when = signed
    ? c.one([
        `made as of ${signed.printed}`,
        `entered into on ${signed.printed}`,
        `dated ${signed.printed}`,
        `made and entered into this ${d}${{ 1: 'st', 2: 'nd', 3: 'rd' }[d] ?? 'th'} day of ${month}, ${y}`,
        `effective as of ${signed.printed} (the "Effective Date")`,
      ])
    : c.one(['made as of the date last signed below', 'entered into as of ____________, 20__']);
  const wording = c.one([
    () => `This ${said} (this "Agreement") is ${when} by and between ${names}.`,
    () => `THIS ${said.toUpperCase()} is ${when} between ${names}.`,
    () => `This ${said} ("Agreement"), ${when}, is by and among ${names}, who agree as follows.`,
    () => `The undersigned, ${names}, agree to this ${said}, ${when}.`,
    () => `AGREEMENT ${when} between ${names}. WHEREAS the parties have dealt with each other since ${earlier};`,
  ]);
  return c.chance(0.05)
    ? `This ${said} amends the agreement dated ${earlier} and is ${when} between ${names}.`
    : wording();
}

/** Contracts mostly write their dates with the name of the month. */
function daysIn(c) {
  const day = daysOf(c, 'en');
  return /\p{L}/u.test(day(0).printed) || c.chance(0.15) ? day : daysIn(c);
}

/** One contract: its bytes, and what is right. */
export async function contract(c) {
  const day = daysIn(c);
  const parties = partiesOf(c, c.one(ROLES));
  const signed = c.chance(0.94) ? day(0) : null;
  const { title, said, parts } = cover(c, parties);
  const [law, term] = [lawClause(c), termClause(c, { signed, day })];
  const filler = () => Array.from({ length: 1 + c.upTo(3) }, () => c.one(FILLERS));
  const other = c.chance(0.3) ? outsider(c) : null;
  const named = [...parties, ...(other && c.chance(0.5) ? [other] : [])].map(({ name }) => name);
  const body = [
    ...parts,
    preamble(c, { said, parties, signed, day }),
    ...(other ? [other.text] : []),
    { heading: '1. Obligations' },
    ...filler(),
    { heading: '2. Term' },
    term.text,
    { heading: '3. General' },
    ...filler(),
    ...(c.chance(0.5) ? [noticesClause(c, named)] : []),
    { heading: '4. Governing Law' },
    law.text,
    ...(c.chance(0.85) ? signatures(c, parties, day, other) : []),
  ];
  const bytes = await pdf((doc) => flow(doc, body), { title: 'document' });
  return {
    type: /non-disclosure|confidentiality/i.test(title) ? 'nda' : 'contract',
    language: 'en',
    bytes,
    truth: {
      title,
      agreementDate: signed?.iso ?? null,
      effectiveDate: term.effectiveDate,
      expirationDate: term.expirationDate,
      governingLaw: law.law,
      jurisdiction: law.jurisdiction,
      term: term.term,
      renewalTerm: term.renewalTerm,
      noticePeriod: term.noticePeriod,
      parties: parties.map(({ name }) => name),
    },
  };
}
