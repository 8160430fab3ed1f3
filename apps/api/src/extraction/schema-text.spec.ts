import { describe, expect, it } from 'vitest';
import { schemaForType } from '../schemas/index.js';
import { schemaOfText, textOfSchema } from './schema-text.js';

describe('a schema on its way to a thread', () => {
  it.each(['invoice', 'receipt', 'contract', 'bank_statement', 'generic'])('for %s arrives as it was', (type) => {
    const schema = schemaForType(type);
    expect(schemaOfText(textOfSchema(schema))).toEqual(schema);
  });

  it('is one object for one text, so that its labels are read once', () => {
    const schema = schemaForType('invoice');
    const [first, second] = [schemaOfText(JSON.stringify(schema)), schemaOfText(textOfSchema(schema))];
    expect(second).toBe(first);
    const other = schemaOfText(textOfSchema({ ...schema, version: schema.version + 1 }));
    expect(other).not.toBe(first);
  });
});
