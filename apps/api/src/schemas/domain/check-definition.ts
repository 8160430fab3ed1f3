import { type FieldProblem, isAppError } from '@app/kernel';
import { patternMatcher } from '@app/text';
import type { z } from 'zod';
import { type FieldDefinition, schemaDefinition, type SchemaDefinition } from './schema-definition.js';
import type { FieldType, SchemaRule } from './schema-model.js';

type AnyField = Pick<FieldDefinition, 'name' | 'type' | 'pattern' | 'enum' | 'fields'>;

const folded = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

/** Names that differ in case or dashes only would be one name to people. */
function doubles(names: readonly string[], at: (index: number) => string): FieldProblem[] {
  const first = new Map<string, number>();
  return names.flatMap((name, index) => {
    const earlier = first.get(folded(name));
    if (earlier === undefined) first.set(folded(name), index);
    return earlier === undefined ? [] : [{ pointer: at(index), detail: `is the same name as that of ${at(earlier)}` }];
  });
}

function patternProblem(pattern: string): string | null {
  try {
    patternMatcher(pattern);
    return null;
  } catch (error) {
    if (isAppError(error)) return error.detail ?? error.code;
    throw error;
  }
}

function valueProblems(field: AnyField, at: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const onlyFor = (key: 'pattern' | 'enum', type: FieldType): void => {
    if (field[key] !== undefined && field.type !== type)
      problems.push({ pointer: `${at}/${key}`, detail: `is only for fields of the type ${type}` });
  };
  onlyFor('pattern', 'string');
  onlyFor('enum', 'string');
  const wrong = field.pattern === undefined ? null : patternProblem(field.pattern);
  if (wrong !== null) problems.push({ pointer: `${at}/pattern`, detail: wrong });
  const seen = new Set<string>();
  for (const [index, value] of (field.enum ?? []).entries()) {
    if (seen.has(value.toLowerCase())) problems.push({ pointer: `${at}/enum/${index}`, detail: 'is there twice' });
    seen.add(value.toLowerCase());
  }
  return problems;
}

function fieldProblems(field: AnyField, at: string): FieldProblem[] {
  const problems = valueProblems(field, at);
  if (field.type === 'list' && !field.fields) problems.push({ pointer: `${at}/fields`, detail: 'a list needs fields' });
  if (field.type !== 'list' && field.fields)
    problems.push({ pointer: `${at}/fields`, detail: 'only a list has fields' });
  return [...problems, ...fieldsProblems(field.fields ?? [], `${at}/fields`)];
}

const fieldsProblems = (fields: readonly AnyField[], at: string): FieldProblem[] => [
  ...doubles(
    fields.map((field) => field.name),
    (index) => `${at}/${index}/name`,
  ),
  ...fields.flatMap((field, index) => fieldProblems(field, `${at}/${index}`)),
];

const AMOUNTS: readonly FieldType[] = ['money', 'number'];

/** What a rule names: pointer below the rule, name, types that it can be. */
function namedIn(rule: SchemaRule): [pointer: string, name: string, types: readonly FieldType[]][] {
  const all = (key: string, names: readonly string[] = []) =>
    names.map((name, index): [string, string, readonly FieldType[]] => [`/${key}/${index}`, name, AMOUNTS]);
  switch (rule.kind) {
    case 'sum':
      return [...all('of', rule.of), ...all('minus', rule.minus), ['/equals', rule.equals, AMOUNTS]];
    case 'line-sum':
      return [['/list', rule.list, ['list']], ...all('equalsOneOf', rule.equalsOneOf)];
    case 'date-order':
      return [
        ['/first', rule.first, ['date']],
        ['/second', rule.second, ['date']],
      ];
    case 'not-above':
      return [
        ['/field', rule.field, AMOUNTS],
        ['/limit', rule.limit, AMOUNTS],
      ];
    case 'balance':
      return [
        ['/list', rule.list, ['list']],
        ['/opening', rule.opening, AMOUNTS],
        ['/closing', rule.closing, AMOUNTS],
      ];
  }
}

function nameProblem(fields: readonly AnyField[], name: string, types: readonly FieldType[]): string | null {
  const field = fields.find((one) => one.name === name);
  if (!field) return 'is not the name of a field';
  return types.includes(field.type) ? null : `has to be a field of the type ${types.join(' or ')}`;
}

/** The columns that a rule names: key in the rule, list, column. */
function columnsIn(rule: SchemaRule): [key: string, list: string, column: string][] {
  if (rule.kind === 'line-sum') return [['column', rule.list, rule.column]];
  if (rule.kind !== 'balance') return [];
  return [
    ['amount', rule.list, rule.amount],
    ['balance', rule.list, rule.balance],
  ];
}

function columnProblem(fields: readonly AnyField[], list: string, column: string, pointer: string): FieldProblem[] {
  const columns = fields.find((field) => field.name === list)?.fields;
  const detail = columns ? nameProblem(columns, column, AMOUNTS) : null;
  return detail === null ? [] : [{ pointer, detail }];
}

function ruleProblems(rule: SchemaRule, fields: readonly AnyField[], at: string): FieldProblem[] {
  const problems = namedIn(rule).flatMap(([pointer, name, types]) => {
    const detail = nameProblem(fields, name, types);
    return detail === null ? [] : [{ pointer: `${at}${pointer}`, detail }];
  });
  return [
    ...problems,
    ...columnsIn(rule).flatMap(([key, list, column]) => columnProblem(fields, list, column, `${at}/${key}`)),
  ];
}

const definitionProblems = ({ fields, rules }: SchemaDefinition): FieldProblem[] => [
  ...fieldsProblems(fields, '/fields'),
  ...doubles(
    rules.map((rule) => rule.name),
    (index) => `/rules/${index}/name`,
  ),
  ...rules.flatMap((rule, index) => ruleProblems(rule, fields, `/rules/${index}`)),
];

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

function shapeProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const pointer = issue.path.map((part) => `/${escaped(part)}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
  return issue.keys.map((key) => ({ pointer: `${pointer}/${escaped(key)}`, detail: 'is not known here' }));
}

export type CheckedDefinition =
  | { readonly definition: SchemaDefinition; readonly problems: readonly [] }
  | { readonly definition: null; readonly problems: readonly FieldProblem[] };

/** Reads a schema that somebody states; every problem has the JSON pointer (RFC 6901) of what causes it. */
export function checkDefinition(input: unknown): CheckedDefinition {
  const parsed = schemaDefinition.safeParse(input);
  if (!parsed.success) return { definition: null, problems: parsed.error.issues.flatMap(shapeProblems) };
  const problems = definitionProblems(parsed.data);
  return problems.length > 0 ? { definition: null, problems } : { definition: parsed.data, problems: [] };
}
