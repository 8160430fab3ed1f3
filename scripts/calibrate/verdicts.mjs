// What the local engine says of documents, and whether it is right.
import { documentConfidence } from '../../dist/apps/api/src/fields/domain/document-confidence.js';
import { wantedFields } from '../../dist/apps/api/src/fields/domain/fill-rate.js';
import { extractFields } from '../../dist/apps/api/src/fields/extract-fields.js';
import { classifyDocument } from '../../dist/apps/api/src/classification/domain/classify-document.js';
import { schemaForType } from '../../dist/apps/api/src/schemas/index.js';

const plain = (value) =>
  value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const isExact = (type) => type === 'money' || type === 'number' || type === 'date';
const isRight = ({ type, value }, truth) =>
  truth !== null && (isExact(type) ? value === truth : plain(value) === plain(truth));

/** The verdicts on one document: on its fields that the truth speaks of, on its type, and on the whole. */
export function verdictsOn({ id, type, language, reading, truth }) {
  const schema = schemaForType(type);
  const { fields } = extractFields({ documentId: 'doc_0', reading, schema, language });
  const known = fields.filter(({ name }) => truth[name] !== undefined);
  const verdicts = known
    .filter(({ value }) => value !== null)
    .map((field) => ({
      kind: 'field',
      engine: 'local',
      group: schema.id,
      field: field.name,
      subject: id,
      confidence: field.confidence,
      right: isRight(field, truth[field.name]),
    }));
  const guess = classifyDocument({ reading, filename: null, mediaType: 'application/pdf' });
  verdicts.push({
    kind: 'type',
    engine: 'local',
    group: guess.type,
    field: null,
    subject: id,
    confidence: guess.confidence,
    right: guess.type === type,
  });
  return { verdicts, schema, fields, known, missed: missesOf(schema, known, truth) };
}

/** Wanted fields without a value: those that rightly have none, and those that were missed. */
const missesOf = (schema, known, truth) =>
  wantedFields(schema)
    .filter(({ name }) => known.some((field) => field.name === name && field.value === null))
    .map(({ name, required }) => ({ required: required === true, right: truth[name] === null }));

/** The verdict on the whole, with confidences of fields as `told`: only what the truth speaks of counts. */
export function wholeOf({ schema, known }, { id, truth }, told) {
  const wanted = wantedFields(schema).filter(({ name }) => known.some((field) => field.name === name));
  const fields = known.map((field) => ({ ...field, confidence: told(field) }));
  const right = wanted.every(({ name }) => {
    const field = known.find((one) => one.name === name);
    return field.value === null ? truth[name] === null : isRight(field, truth[name]);
  });
  return {
    kind: 'document',
    engine: null,
    group: schema.id,
    field: null,
    subject: id,
    confidence: documentConfidence({ fields: wanted }, fields),
    right,
  };
}
