import type { MoneyMatch } from '@app/text';
import type { ExtractionSchema } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { cents, moneyString } from '../domain/values.js';

type SumRule = Extract<ExtractionSchema['rules'][number], { kind: 'sum' }>;

/** A label that is nearly sure. */
const SURE = 0.6;
/** Behind what has a label, but near enough for the sum to move it to the head (`MAX_LOSS` in rules.ts). */
const SCORE = 0.65;
/** The larger part of a sum of two is at least three times the smaller: tax is added to the price of goods. */
const LEAST_RATIO = 3;
/** Below this the smaller part is rounding. */
const LEAST_SHARE = 0.005;

/** The best labelled value of a field, in cents. */
function labelled(candidates: readonly Candidate[], name: string): number | null {
  const best = candidates
    .filter(({ field, evidence }) => field === name && evidence.startsWith('label'))
    .reduce<Candidate | null>((top, one) => (top && top.score >= one.score ? top : one), null);
  return best && best.score >= SURE ? cents(best.value) : null;
}

const isPlausible = (larger: number, smaller: number): boolean =>
  Math.sign(larger) === Math.sign(smaller) &&
  Math.abs(larger) >= LEAST_RATIO * Math.abs(smaller) &&
  Math.abs(smaller) >= LEAST_SHARE * Math.abs(larger);

/** What is left for one field of a sum when the others are known: its name and its cents. */
function leftOver({ of, equals }: SumRule, candidates: readonly Candidate[]): readonly (readonly [string, number])[] {
  const [first, second] = of;
  if (first === undefined || second === undefined || of.length > 2) return [];
  const [a, b, sum] = [first, second, equals].map((name) => labelled(candidates, name));
  if (sum === null || sum === undefined) return [];
  return [
    ...(typeof a === 'number' && isPlausible(a, sum - a) ? [[second, sum - a] as const] : []),
    ...(typeof b === 'number' && isPlausible(sum - b, b) ? [[first, sum - b] as const] : []),
  ];
}

/** What is added to goods beside tax, or taken off: its amount is no tax, though the sum would hold. */
const OTHER_CHARGE =
  /^\W*(?:freight|shipping|delivery|carriage|postage|handling|insurance|discount|deposit|tip|gratuity|service charge|fracht|versand|porto|lieferung|rabatt|skonto|anzahlung|livraison|transport|frais de port|port|remise|acompte|envio|transporte|portes|descuento|propina|anticipo|spedizione|trasporto|sconto|acconto|frete|entrega|desconto|verzend\w*|korting|fooi)(?![\p{L}])/iu;

/** True where the line that an amount stands in begins as such a charge. */
function isOtherCharge({ text }: DocumentView, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trimStart();
  return OTHER_CHARGE.test(line.normalize('NFD').replace(/\p{M}/gu, ''));
}

/**
 * A part of a sum whose label nobody knows: an amount printed somewhere that is just what is missing. Two of the three have to
 * stand at labels of their own.
 */
export function missingAmounts(view: DocumentView, candidates: readonly Candidate[]): Candidate[] {
  const rules = view.schema.rules.filter((rule) => rule.kind === 'sum');
  return rules.flatMap((rule) =>
    leftOver(rule, candidates).flatMap(([field, missing]) => {
      const isMissing = ({ decimals, percent, value, start }: MoneyMatch): boolean =>
        decimals === 2 && !percent && cents(value) === missing && !isOtherCharge(view, start);
      const place = view.amounts.findLast(isMissing);
      if (!place) return [];
      const { start, end, value, currency } = place;
      const raw = view.text.slice(start, end);
      const found: Candidate = {
        field,
        value: moneyString(value),
        raw,
        start,
        end,
        currency: currency ?? view.currency,
        score: SCORE,
        evidence: 'pattern',
        agent: 'money',
      };
      return [found];
    }),
  );
}
