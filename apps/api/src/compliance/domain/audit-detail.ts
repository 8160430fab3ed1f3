/** More names than any form has. */
const MOST_NAMES = 100;
const LONGEST_NAME = 100;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameIn = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= LONGEST_NAME ? value : null;

const named = (names: readonly (string | null)[]): string[] =>
  names.filter((name) => name !== null).slice(0, MOST_NAMES);

const VERDICT = /^[a-z-]{1,32}$/;

const verdictOf = (name: string | null, value: unknown): [string, string] | null =>
  name !== null && isObject(value) && typeof value['verdict'] === 'string' && VERDICT.test(value['verdict'])
    ? [name, value['verdict']]
    : null;

/** Names of fields: `[{name}]` of a schema or a review, `{name: value}` of an example. */
const fieldNames = (fields: unknown): string[] => {
  if (Array.isArray(fields))
    return named(fields.map((field: unknown) => (isObject(field) ? nameIn(field['name']) : null)));
  return isObject(fields) ? named(Object.keys(fields).map(nameIn)) : [];
};

const verdictsIn = (body: Json): [string, string][] => {
  const fields = Array.isArray(body['fields']) ? (body['fields'] as unknown[]) : [];
  return [
    ...Object.entries(body).map(([name, value]) => verdictOf(name, value)),
    ...fields.map((field) => verdictOf(isObject(field) ? nameIn(field['name']) : null, field)),
  ]
    .filter((verdict) => verdict !== null)
    .slice(0, MOST_NAMES);
};

/**
 * What of a change may stand in the trail: which parts of the request's body were given, names of fields, and verdicts. Never a
 * value. For bodies that were accepted, whose names are therefore those of the contract and of the tenant's own schemas. Null where there is nothing to
 * tell.
 */
export function detailOf(body: unknown): string | null {
  if (!isObject(body)) return null;
  const given = named(Object.keys(body).map(nameIn));
  const fields = fieldNames(body['fields']);
  const verdicts = verdictsIn(body);
  if (given.length === 0) return null;
  return JSON.stringify({
    given,
    ...(fields.length > 0 && { fields }),
    ...(verdicts.length > 0 && { verdicts: Object.fromEntries(verdicts) }),
  });
}
