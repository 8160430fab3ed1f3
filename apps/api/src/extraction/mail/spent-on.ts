import type { RunDraft } from '../../documents/index.js';

type Spent = Pick<RunDraft, 'model' | 'promptHash' | 'tokensIn' | 'tokensOut' | 'cost' | 'cacheHit'>;

/** What several readings for one run took together. Costs have nine places and stay far below what a number holds exactly. */
export function spentOn(runs: readonly RunDraft[]): Spent {
  const models = [...new Set(runs.flatMap(({ model }) => model?.split(',') ?? []))];
  return {
    model: models.length === 0 ? null : models.join(','),
    promptHash: runs.find(({ promptHash }) => promptHash)?.promptHash ?? null,
    tokensIn: runs.reduce((sum, { tokensIn = 0 }) => sum + tokensIn, 0),
    tokensOut: runs.reduce((sum, { tokensOut = 0 }) => sum + tokensOut, 0),
    cost: runs.reduce((sum, { cost = '0' }) => sum + Number(cost), 0).toFixed(9),
    cacheHit: models.length > 0 && runs.every(({ model, cacheHit }) => !model || cacheHit === true),
  };
}
