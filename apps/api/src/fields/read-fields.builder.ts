import type { StoredReading } from '@app/reading';
import type { ExtractedField } from './domain/field-model.js';
import { extractFields } from './extract-fields.js';
import { schemaForType } from '../schemas/index.js';

type Row = Readonly<Record<string, string>>;

const valuesOf = (fields: readonly ExtractedField[]): Row =>
  Object.fromEntries(fields.flatMap((field) => (field.value === null ? [] : [[field.name, field.value] as const])));
const rowsOf = (field: ExtractedField): Row[] => (field.items ?? []).map((item) => valuesOf(item.fields));

/** A document of one type: its single values, its lists, and where a value stands wrong. */
export function readFields(type: string, reading: StoredReading) {
  const { fields } = extractFields({ documentId: 'doc_1', reading, schema: schemaForType(type), language: 'en' });
  const all = fields.flatMap((field) => [field, ...(field.items ?? []).flatMap((item) => item.fields)]);
  const isAt = ({ grounding, raw }: ExtractedField): boolean => {
    const words = raw?.split(/\s+/) ?? [];
    return grounding !== null && words.every((word) => reading.text.slice(...grounding.span).includes(word));
  };
  const misplaced = all.filter((field) => field.value !== null && !isAt(field)).map(({ name, raw }) => [name, raw]);
  const lists = Object.fromEntries(
    fields.filter((field) => field.items?.length).map((field) => [field.name, rowsOf(field)]),
  );
  return { values: valuesOf(fields), lists, misplaced };
}
