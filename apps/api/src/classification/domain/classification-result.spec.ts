import { describe, expect, it } from 'vitest';
import { fromEngine } from './cascade.js';
import type { LocalClassification } from './classification-model.js';
import { resultOf } from './classification-result.js';

const FOUND: LocalClassification = {
  industry: 'finance',
  type: 'invoice',
  confidence: 0.9,
  alternatives: [
    { type: 'receipt', confidence: 0.05 },
    { type: 'quote', confidence: 0.02 },
  ],
  reasoning: 'Read as an invoice.',
  embedded: false,
  cues: [],
};

describe('resultOf', () => {
  it('answers what was found', () => {
    expect(resultOf(fromEngine(FOUND), {}, { runId: 'run_1' })).toEqual({
      industry: 'finance',
      type: 'invoice',
      confidence: 0.9,
      alternatives: FOUND.alternatives,
      reasoning: 'Read as an invoice.',
      origin: {
        engine: 'local',
        step: 'local',
        steps: [{ step: 'local', type: 'invoice', confidence: 0.9, reason: 'Read as an invoice.' }],
        model: null,
        runId: 'run_1',
        forced: false,
      },
    });
  });

  it('names embedded data as the engine where it decided', () => {
    expect(resultOf(fromEngine({ ...FOUND, embedded: true }), {}, { runId: 'run_1' }).origin).toMatchObject({
      engine: 'embedded-data',
      step: 'embedded-data',
    });
  });

  it.each([
    ['receipt', undefined, 'finance', ['invoice', 'quote']],
    ['nda', undefined, 'legal', ['invoice', 'receipt']],
    ['boat_log', 'logistics', 'logistics', ['invoice', 'receipt']],
    ['boat_log', 'no_such_industry', 'general', ['invoice', 'receipt']],
  ])('lets the sender force %s', (type, industry, expected, alternatives) => {
    const result = resultOf(fromEngine(FOUND), { type, industry }, { runId: 'run_1' });
    expect(result).toMatchObject({ type, industry: expected, confidence: 1, origin: { forced: true } });
    expect(result.alternatives.map((guess) => guess.type)).toEqual(alternatives);
  });
});
