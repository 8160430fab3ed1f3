import { describe, expect, it } from 'vitest';
import { CUES_BY_TYPE, cueRegistry } from './registry.js';
import { text, type TypeCues } from './cue-model.js';

const all = [...CUES_BY_TYPE.values()];
const withInvoice = (change: Partial<TypeCues>): readonly TypeCues[] =>
  all.map((entry) => (entry.type === 'invoice' ? { ...entry, ...change } : entry));

describe('cueRegistry', () => {
  it('takes the built-in cues', () => {
    expect(cueRegistry(all).size).toBe(all.length);
  });

  it.each([
    ['a type twice', [...all, ...all.slice(0, 1)], /registered twice/],
    ['a type without cues', all.slice(1), /No cues for invoice/],
    ['a label twice', withInvoice({ cues: [text('a', 1, 'x'), text('a', 1, 'y')] }), /registered twice/],
    ['a phrase twice in a cue', withInvoice({ cues: [text('a', 1, 'x y | X-Y')] }), /registered twice/],
    ['two special types of one general type', withInvoice({ kindOf: 'contract' }), /Special type of contract/],
    ['a general type that is missing', withInvoice({ kindOf: 'generic' }), /generic has no cues/],
  ])('refuses %s', (_what, entries, message) => {
    expect(() => cueRegistry(entries)).toThrow(message);
  });
});
