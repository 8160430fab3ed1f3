import type { Concept, FieldFamily, FieldSpec, FieldType, Labels } from '../domain/schema-model.js';

type Options = Partial<
  Pick<
    FieldSpec,
    | 'concept'
    | 'required'
    | 'priority'
    | 'weakLabels'
    | 'pattern'
    | 'enum'
    | 'fields'
    | 'description'
    | 'family'
    | 'zonePart'
  >
>;

/** Shorthands that keep the tables of a document type readable. */
const make =
  (type: FieldType, family: FieldFamily) =>
  (name: string, labels: Labels, options: Options = {}): FieldSpec => ({ name, type, family, labels, ...options });

export const party = make('string', 'parties');
export const address = make('address', 'parties');
export const date = make('date', 'dates');
export const money = make('money', 'money');
export const currency = make('string', 'money');
export const identifier = make('string', 'identifiers');
export const clause = make('string', 'clauses');
export const clauseDate = make('date', 'clauses');
export const number = make('number', 'money');
export const column = make('string', 'line-items');
export const numberColumn = make('number', 'line-items');
export const moneyColumn = make('money', 'line-items');
export const dateColumn = make('date', 'line-items');

export const rows = (name: string, labels: Labels, fields: readonly FieldSpec[], options: Options = {}): FieldSpec => ({
  name,
  type: 'list',
  family: 'line-items',
  labels,
  fields,
  ...options,
});

/** A list of single values: one column called `name`. */
export const names = (name: string, family: FieldFamily, labels: Labels, concept?: Concept): FieldSpec => ({
  name,
  type: 'list',
  family,
  labels,
  ...(concept ? { concept } : {}),
  fields: [{ name: 'name', type: 'string', family, labels: {} }],
});
