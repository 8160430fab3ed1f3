import { describe, expect, it } from 'vitest';
import { withOpinion } from './model-opinion.js';

const GUESSES = [
  { type: 'invoice', confidence: 0.6 },
  { type: 'receipt', confidence: 0.25 },
  { type: 'generic', confidence: 0.1 },
] as const;

describe('withOpinion', () => {
  it('is surer where the model says the same', () => {
    const [best] = withOpinion(GUESSES, 'invoice');
    expect(best?.type).toBe('invoice');
    expect(best?.confidence).toBeGreaterThan(0.9);
  });

  it('follows the model against a doubtful guess, and says less', () => {
    const [best, second] = withOpinion(GUESSES, 'receipt');
    expect([best?.type, second?.type]).toEqual(['receipt', 'invoice']);
    expect(best?.confidence).toBeLessThan(0.9);
  });

  it('does not follow it against a sure one', () =>
    expect(withOpinion([{ type: 'invoice', confidence: 0.985 }], 'receipt')[0]?.type).toBe('invoice'));

  it('takes the model’s word, and is not sure of it, where the engine has seen nothing', () => {
    const [named] = withOpinion([{ type: 'generic', confidence: 0.97 }], 'payslip');
    expect(named?.type).toBe('payslip');
    expect(named?.confidence).toBeLessThan(0.9);
  });

  it('doubts a type that the engine did not list where it saw another', () => {
    const [best] = withOpinion(GUESSES, 'payslip');
    expect(best?.type).toBe('invoice');
    expect(best?.confidence).toBeLessThan(0.7);
  });

  it('gives probabilities', () => {
    const sum = withOpinion(GUESSES, 'receipt').reduce((total, { confidence }) => total + confidence, 0);
    expect(sum).toBeCloseTo(1, 3);
  });
});
