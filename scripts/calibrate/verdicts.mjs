// What the local engine says of documents, and whether it is right.
import { documentConfidence } from '../../dist/apps/api/src/fields/domain/document-confidence.js';
import { wantedFields } from '../../dist/apps/api/src/fields/domain/fill-rate.js';
import { asLearned, logOdds } from '../../dist/apps/api/src/fields/domain/belief.js';
import { concludeFields, findFields } from '../../dist/apps/api/src/fields/extract-fields.js';
import { classifyDocument } from '../../dist/apps/api/src/classification/domain/classify-document.js';
import { schemaForType } from '../../dist/apps/api/src/schemas/index.js';
import { specifySchema } from '../../dist/apps/api/src/schemas/model.js';

const plain = (value) =>
  value
    .replace(/^the\s+/i, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const isExact = (type) => type === 'money' || type === 'number' || type === 'date';
/** A truth is a value, null where there is none, or a list of all that are right. */
const isRight = ({ type, value }, truth) =>
  [truth].flat().some((one) => one !== null && (isExact(type) ? value === one : plain(value) === plain(one)));

const schemaOf = ({ type, schema }) =>
  schema ? specifySchema({ id: 'sch_own', key: 'own', version: 1, rules: [], ...schema }) : schemaForType(type);

/** A list of one thing is told by the first value of each of its rows. */
const valuesOf = (field) =>
  field.items
    ? field.items
        .flatMap(({ fields }) => fields.slice(0, 1))
        .map((cell) => ({ ...cell, key: `${field.name}.${cell.name}`, list: field.name }))
    : [{ ...field, key: field.name, list: field.name }];

/**
 * What is to be learned from: each value with its evidence and its signs, and whether it is right. Of values that break a rule the
 * rule says enough.
 */
export function samplesOn({ id, language, reading, truth, ...document }) {
  const judged = new Map();
  const noted = ({ group, field, base, signs }) => {
    judged.set(field, [...(judged.get(field) ?? []), { id, group, base: logOdds(base), signs: signs() }]);
    return base;
  };
  const findings = findFields({ documentId: 'doc_0', reading, schema: schemaOf(document), language });
  const { fields } = concludeFields(findings, undefined, noted);
  return fields
    .filter(({ name, ruleFailures }) => truth[name] !== undefined && ruleFailures.length === 0)
    .flatMap(valuesOf)
    .filter(({ value }) => value !== null)
    .flatMap((value) => {
      const one = judged.get(value.key)?.shift();
      return one ? { ...one, right: isRight(value, truth[value.list]) } : [];
    });
}

/** The verdicts on one document: on its fields that the truth speaks of, on its type, and on the whole. */
export function verdictsOn({ id, language, reading, truth, ...document }, believe = asLearned) {
  const schema = schemaOf(document);
  const { fields } = concludeFields(findFields({ documentId: 'doc_0', reading, schema, language }), undefined, believe);
  const known = fields.filter(({ name, items }) => truth[name] !== undefined && !items);
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
  if (document.type === null) return { verdicts, schema, fields, known, missed: missesOf(schema, known, truth) };
  const guess = classifyDocument({ reading, filename: null, mediaType: 'application/pdf' });
  verdicts.push({
    kind: 'type',
    engine: 'local',
    group: guess.type,
    field: null,
    subject: id,
    confidence: guess.confidence,
    right: guess.type === document.type,
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
