import { describe, expect, it } from 'vitest';
import type { AnswerOrigin, ModelAnswer } from './model-request.js';
import { spendingOf } from './model-spending.js';

const answer = (origin: Partial<AnswerOrigin>): ModelAnswer<null> => ({
  kind: 'answer',
  value: null,
  origin: {
    provider: 'one',
    model: 'one/small',
    promptHash: 'a',
    cacheHit: false,
    attempts: 1,
    degraded: false,
    usage: { input: 100, cachedInput: 20, output: 7 },
    cost: 1_500,
    ...origin,
  },
});

describe('spendingOf', () => {
  it('is nothing where no model was asked', () =>
    expect(spendingOf([])).toEqual({
      model: null,
      promptHash: null,
      tokensIn: 0,
      tokensOut: 0,
      cost: '0.000000000',
      cacheHit: false,
    }));

  it('adds up answers, and what was spent without one', () =>
    expect(
      spendingOf([
        answer({}),
        { kind: 'none', reason: 'unusable-answer', cost: 500 },
        answer({ model: 'one/large', promptHash: 'b', cacheHit: true, cost: 1 }),
        answer({}),
      ]),
    ).toEqual({
      model: 'one/small,one/large',
      promptHash: 'a',
      tokensIn: 300,
      tokensOut: 21,
      cost: '0.000003501',
      cacheHit: false,
    }));

  it('comes from the cache where all of it does', () => {
    expect(spendingOf([answer({ cacheHit: true })]).cacheHit).toBe(true);
    expect(spendingOf([{ kind: 'none', reason: 'unavailable', cost: 0 }]).cacheHit).toBe(false);
  });
});
