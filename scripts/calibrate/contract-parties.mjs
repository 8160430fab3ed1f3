// Who concludes a contract: names as companies and people have them, described in the ways of preambles.
import { FORMS, PLACES, TRADES } from './contract-words.mjs';
import { personOf } from './words.mjs';

const joined = (words, form) => `${words.filter(Boolean).join(' ')}${form.startsWith(',') ? '' : ' '}${form}`;

/** A company: with more names than one, signs, or none of the usual forms, as often as life has it. */
function company(c) {
  const rare = [
    () => [`${c.name()}-${c.name()}`],
    () => [c.name(), '&', c.name()],
    () => [c.name(), 'and', c.name()],
    () => [c.name().toUpperCase().slice(0, 3)],
    () => ['The', c.name()],
    () => [c.name(), 'of', c.one(PLACES)[0]],
  ];
  const base = c.chance(0.3) ? c.one(rare)() : c.chance(0.5) ? [c.name()] : [c.name(), c.name()];
  return joined([...base, c.one(TRADES)], c.chance(0.88) ? c.one(FORMS) : '').trim();
}

const addressOf = (c) =>
  `${10 + c.upTo(9000)} ${c.name()} ${c.one(['Street', 'Avenue', 'Road', 'Boulevard'])}, ${c.name()}, ${c.one(['NY', 'CA', 'TX', 'IL', 'MA'])} ${c.digits(5)}`;

/** What stands between a name and its defined term. */
function description(c) {
  const [place, kind] = c.one(PLACES);
  return c.one([
    () => '',
    () => `, a ${place} corporation`,
    () => `, a ${place} limited liability company with its principal place of business at ${addressOf(c)}`,
    () =>
      `, a corporation organized under the laws of ${kind ? `the ${kind} of ` : ''}${place}, having its offices at ${addressOf(c)}`,
    () => `, with offices at ${addressOf(c)}`,
    () => `, formerly known as ${company(c)}`,
    () => ` on behalf of itself and its affiliates`,
    () => `, a wholly owned subsidiary of ${company(c)}`,
    () => `, together with its subsidiary ${company(c)}`,
    () => `, acting through its ${c.one(['director', 'general manager'])} ${personOf(c)}`,
  ])();
}

const termOf = (c, role) =>
  c.one([
    () => ` ("${role}")`,
    () => ` (the "${role}")`,
    () => ` (hereinafter referred to as "${role}")`,
    () => ` (“${role}”)`,
    () => '',
  ])();

/** The parties of one contract: names, roles, and each as the preamble tells of it. */
export function partiesOf(c, roles) {
  const count = c.chance(0.84) ? 2 : 3 + c.upTo(2);
  const isCapital = c.chance(0.25);
  return Array.from({ length: count }, (_, n) => {
    const isPerson = n > 0 && c.chance(0.12);
    const name = isPerson ? personOf(c) : company(c);
    const printed = isCapital ? name.toUpperCase() : name;
    const role = roles[n] ?? `${roles[1]} ${n}`;
    const about = isPerson ? c.one(['', `, an individual residing at ${addressOf(c)}`]) : description(c);
    return { name: printed, role, isPerson, told: `${printed}${about}${termOf(c, role)}` };
  });
}

/** "A, B and C", or as a numbered list. */
export const listed = (c, told) =>
  c.chance(0.12)
    ? told.map((one, n) => `(${n + 1}) ${one}`).join('; and ')
    : told.length === 2
      ? told.join(c.one([' and ', ', and ']))
      : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;

/** Somebody who is named near the parties and is none of them. */
export function outsider(c) {
  const name = company(c);
  const text = c.one([
    () => `WHEREAS, ${name} (the "Guarantor") has an interest in the matter;`,
    () => `Reference is made to the agreement with ${name} ("Prior Partner").`,
    () => `${name}, an affiliate, acts as escrow agent (the "Agent").`,
  ])();
  return { name, text };
}

/** Signatures: of those who conclude the contract, and now and then of a witness. */
export function signatures(c, parties, day, other) {
  const isDated = c.chance(0.4);
  return [
    c.one(['IN WITNESS WHEREOF, the parties have executed this Agreement.', 'The parties have signed below.']),
    ...parties.flatMap(({ name, isPerson }) =>
      isPerson
        ? [`/s/ ${name}`, name]
        : [
            c.chance(0.5) ? name.toUpperCase() : name,
            `By: ${c.chance(0.5) ? `/s/ ${personOf(c)}` : '____________'}`,
            `Name: ${personOf(c)}`,
            `Title: ${c.one(['President', 'Chief Executive Officer', 'Director', 'Vice President'])}`,
            ...(isDated ? [`Date: ${day(c.upTo(5)).printed}`] : []),
          ],
    ),
    ...(other && c.chance(0.4) ? ['Acknowledged:', other.name, 'By: ____________'] : []),
    ...(c.chance(0.15) ? [`Witness: ${personOf(c)}`] : []),
  ];
}
