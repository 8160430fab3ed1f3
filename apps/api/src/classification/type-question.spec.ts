import { describe, expect, it } from 'vitest';
import { typeQuestion } from './type-question.js';

const OWN = [{ id: 'boat_log', name: 'Boat log', description: `What a skipper\n- writes ${'down '.repeat(200)}` }];

describe('the question for the type', () => {
  it('offers the built-in types and the tenant’s own, each on one line of a bounded length', () => {
    const { instructions, schema } = typeQuestion('Sailed at dawn', OWN);
    const lines = instructions
      .split('\n')
      .filter((line) => line.startsWith('- boat_log: Boat log. What a skipper - writes'));
    expect(lines).toHaveLength(1);
    expect(lines[0]!.length).toBeLessThan(400);
    expect(instructions).toContain('- invoice: Invoice.');
    expect(schema.safeParse({ type: 'boat_log', quote: 'dawn' }).success).toBe(true);
    expect(typeQuestion('Sailed at dawn').schema.safeParse({ type: 'boat_log', quote: 'dawn' }).success).toBe(false);
  });

  it('takes a type with words of the document only', () => {
    const { accept } = typeQuestion('Sailed at dawn', OWN);
    expect(accept?.({ type: 'boat_log', quote: 'Sailed at dawn' })).toEqual([]);
    expect(accept?.({ type: 'boat_log', quote: 'Landed at noon' })).toHaveLength(1);
  });
});
