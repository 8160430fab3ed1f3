import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { buildLabelBook, findLabels } from '../domain/labels.js';
import { labelsByCell, regionsOf } from '../domain/regions.js';
import { cents } from '../domain/values.js';
import type { FieldSpec } from '../../schemas/index.js';
import { foundMoney, readMoney } from './money-reader.js';

/** Amounts of the way a total was paid, in hundredths. */
export interface Tenders {
  readonly paid: readonly number[];
  readonly change: readonly number[];
  readonly rounding: readonly number[];
}

const tenderField = (name: keyof Tenders, labels: readonly string[]): FieldSpec => ({
  name,
  type: 'money',
  family: 'money',
  labels: { en: labels },
});
const TENDER_FIELDS = [
  tenderField('paid', [
    'cash',
    'cash received',
    'cash tendered',
    'amount tendered',
    'tendered',
    'tender',
    'pay',
    'paid',
    'amount paid',
    'payment',
    'visa',
    'mastercard',
    'credit card',
    'debit card',
    'card',
    'bar',
    'gegeben',
    'karte',
    'kartenzahlung',
    'girocard',
    'ec karte',
    'kreditkarte',
    'especes',
    'carte bancaire',
    'cb',
    'efectivo',
    'entregado',
    'tarjeta',
    'contanti',
    'contante',
    'importo pagato',
    'bancomat',
    'numerario',
    'entregue',
    'dinheiro',
    'multibanco',
    'contant',
    'pinpas',
    'total payment',
    'total tendered',
  ]),
  tenderField('change', [
    'change',
    'change due',
    'change amt',
    'change amount',
    'change given',
    'rückgeld',
    'rückgeld bar',
    'wechselgeld',
    'zurück',
    'rendu',
    'rendu monnaie',
    'a rendre',
    'monnaie rendue',
    'monnaie',
    'cambio',
    'vuelta',
    'devolucion',
    'resto',
    'troco',
    'wisselgeld',
    'balance change',
  ]),
  tenderField('rounding', [
    'rounding',
    'rounding adj',
    'rounding adjustment',
    'round adj',
    'total rounding',
    'rounding amount',
    'rundung',
    'arrondi',
    'redondeo',
    'arrotondamento',
    'afronding',
    'bill rounding',
    'adjustment',
    'rounding amt',
    'round off',
    'rounding adjustments',
    'roundings',
  ]),
];
const TENDER_BOOK = buildLabelBook(TENDER_FIELDS);

/** What was given, what came back, how the total was rounded. */
export function tendersOf(view: DocumentView): Tenders {
  const hits = findLabels(view.layout, TENDER_BOOK);
  const byCell = labelsByCell(hits);
  const read = readMoney(view);
  const amounts = new Map<string, number[]>();
  for (const hit of hits.slice(0, 40)) {
    const name = hit.fields[0] ?? '';
    const found = regionsOf(view.layout, hit, byCell)
      .filter((region) => region.evidence !== 'label-below')
      .flatMap((region) => read(region))
      .find((one) => one.fit >= 0.7);
    if (found) amounts.set(name, [...(amounts.get(name) ?? []), cents(found.value)]);
  }
  return {
    paid: amounts.get('paid') ?? [],
    change: amounts.get('change') ?? [],
    rounding: amounts.get('rounding') ?? [],
  };
}

/** Below what stands at a label of its own; the payment confirms it besides. */
const BY_PAID = 0.6;
const BY_ANY_AMOUNT = 0.5;

/** The amount that what was given and what came back leave, where it is printed: the total, whatever it is called. */
export function fromChange(view: DocumentView, field: FieldSpec, { paid, change }: Tenders): Candidate[] {
  const back = change.map(Math.abs).filter((sum) => sum > 0);
  if (back.length === 0) return [];
  const printed = view.amounts.filter(
    ({ decimals, percent, value }) => decimals === 2 && !percent && Number(value) > 0,
  );
  const sums = new Set(printed.map(({ value }) => cents(value)));
  const seen = new Set<number>();
  return printed.flatMap((amount) => {
    const value = cents(amount.value);
    const isPaid = back.some((sum) => paid.includes(value + sum));
    if (seen.has(value) || !(isPaid || back.some((sum) => sums.has(value + sum)))) return [];
    seen.add(value);
    const { fit: _, ...found } = foundMoney(view, amount, 1);
    const score = isPaid ? BY_PAID : BY_ANY_AMOUNT;
    return [{ field: field.name, ...found, score, evidence: 'pattern', agent: 'money' }];
  });
}
