import type { ExtractionSchema } from '../../schemas/index.js';
import type { MailSource } from './mail-source.js';

/** With less than this share of what its schema is about, a file only looks like a document of its kind. */
const LEAST_FILLED = 0.25;

/** What an e-mail is most likely sent for, first; kinds that are not named come after. */
const PRECEDENCE: readonly (string | null)[] = [
  'invoice',
  'receipt',
  'purchase_order',
  'bank_statement',
  'tax_form',
  'contract',
  'legal_document',
  'medical_record',
  'government_form',
  'identity_document',
];

const rankOf = ({ documentType }: ExtractionSchema): number => {
  const rank = PRECEDENCE.indexOf(documentType);
  return rank < 0 ? PRECEDENCE.length : rank;
};

/** The attached documents of the kind that an e-mail is about, and the schema of that kind. Null where none is of any kind. */
export function businessOf(
  sources: readonly MailSource[],
  schemas: ReadonlyMap<string, ExtractionSchema>,
): { readonly schema: ExtractionSchema; readonly carriers: readonly MailSource[] } | null {
  const business = sources.flatMap((source) => {
    const schema = schemas.get(source.schemaId);
    return schema && schema.openEnded !== true && source.fillRate >= LEAST_FILLED ? [{ source, schema }] : [];
  });
  const [first] = business.toSorted(
    (a, b) => rankOf(a.schema) - rankOf(b.schema) || b.source.fillRate - a.source.fillRate,
  );
  if (!first) return null;
  const carriers = business.filter(({ schema }) => schema.id === first.schema.id).map(({ source }) => source);
  return { schema: first.schema, carriers };
}

/** The sources that were read by a schema somebody asked for and carry what it asks for: those that fill at least half of what the best fills. */
export function carriersBy(sources: readonly MailSource[]): readonly MailSource[] {
  const best = Math.max(0, ...sources.map(({ fillRate }) => fillRate));
  return best === 0 ? [] : sources.filter(({ fillRate }) => fillRate >= best / 2);
}
