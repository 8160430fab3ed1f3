/** The emptiest value that a JSON schema takes: no knowledge, only shape. */
export function shapeOf(schema) {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return shapeOf(alternatives.find(({ type }) => type === 'null') ?? alternatives[0]);
  const types = [schema.type].flat();
  return types.includes('null') ? null : (EMPTIEST[types[0]]?.(schema) ?? null);
}

const EMPTIEST = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, shapeOf(properties[name] ?? {})])),
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => shapeOf(items)),
  string: ({ minLength = 0 }) => 'x'.repeat(minLength),
  integer: ({ minimum = 0 }) => minimum,
  number: ({ minimum = 0 }) => minimum,
  boolean: () => false,
};
