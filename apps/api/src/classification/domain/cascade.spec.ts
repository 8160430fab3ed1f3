import { describe, expect, it } from 'vitest';
import { bestOf, decisiveStep, type Standing, withClassifier, withMemory, withModel } from './cascade.js';
import type { Recollection } from './memory/recall.js';
import { NO_OWN_TYPES } from './own-types/own-types.js';

const standing = (type: string, confidence: number): Standing => ({
  guesses: [
    { type, confidence },
    { type: 'letter', confidence: (1 - confidence) / 2 },
  ],
  steps: [{ step: 'local', type, confidence, reason: `Read as ${type}.` }],
});
const MEMORY: Recollection = {
  type: 'quote',
  likeness: 'template',
  source: 'review',
  confirmed: 1,
  trust: 0.93,
  sameView: true,
};
const remembering = (before: Standing, change: Partial<Recollection> = {}): Standing =>
  withMemory(before, { ...MEMORY, ...change }, NO_OWN_TYPES);

describe('the cascade', () => {
  it('lets a correction take the place of what the engine judges as before, however sure it is', () => {
    const after = remembering(standing('invoice', 0.98));
    expect(bestOf(after)).toEqual({ type: 'quote', confidence: 0.93 });
    expect([decisiveStep(after), after.steps.at(-1)?.reason]).toEqual([
      'memory',
      'It is laid out like a document that was confirmed as a quote.',
    ]);
  });

  it('weighs memory against what the engine judges otherwise', () => {
    expect(bestOf(remembering(standing('invoice', 0.98), { sameView: false })).type).toBe('invoice');
    expect(bestOf(remembering(standing('generic', 0.6), { sameView: false })).type).toBe('quote');
  });

  it('is surer where memory agrees', () => {
    expect(bestOf(remembering(standing('quote', 0.6), { sameView: false })).confidence).toBeGreaterThan(0.9);
  });

  it.each([
    [{ kind: 'type', type: 'memo', confidence: 0.9 } as const, 'memo', 'classifier'],
    [{ kind: 'unknown' } as const, 'report', 'local'],
    [{ kind: 'none', reason: 'not_found' } as const, 'report', 'local'],
  ])('hears the tenant’s classifier: %j', (opinion, type, step) => {
    const after = withClassifier(standing('report', 0.4), opinion, NO_OWN_TYPES);
    expect([bestOf(after).type, decisiveStep(after), after.steps.length]).toEqual([type, step, 2]);
  });

  it('says that a model agreed, or gave no answer', () => {
    const agreed = withModel(standing('report', 0.6), { kind: 'type', type: 'report', model: 'a/b' }, NO_OWN_TYPES);
    expect([decisiveStep(agreed), agreed.steps.at(-1)?.reason]).toEqual(['model', 'A model says so too.']);
    const silent = withModel(standing('report', 0.6), { kind: 'none', reason: 'budget' }, NO_OWN_TYPES);
    expect([decisiveStep(silent), bestOf(silent).confidence]).toEqual(['local', 0.6]);
  });
});
