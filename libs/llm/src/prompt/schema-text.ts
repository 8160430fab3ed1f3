const texts = new WeakMap<object, string>();

/** A JSON schema as text, written once: schemas are made once and long. */
export function schemaText(schema: Readonly<Record<string, unknown>>): string {
  let text = texts.get(schema);
  if (text === undefined) {
    text = JSON.stringify(schema);
    texts.set(schema, text);
  }
  return text;
}
