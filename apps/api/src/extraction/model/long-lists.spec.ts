import type { ModelAnswer, NoAnswerReason } from '@app/llm';
import { describe, expect, it } from 'vitest';
import { textReading } from '../../../../../test/support/placed-reading.js';
import { findFields, type ListCandidate } from '../../fields/index.js';
import { calibratorOf } from '../../quality/model.js';
import { evidenceIn } from './answer-evidence.js';
import type { AskedFields } from './ask-fields.js';
import { decideFields } from './decide-fields.js';
import type { FieldAnswers } from './field-question.js';
import { schemaOf, spec } from './field-specs.builder.js';

/** Every hundredth row is like the one of the page before. */
const ROWS = Array.from({ length: 4_000 }, (_, n) => ({ what: `article ${n % 100}`, amount: `${10 + (n % 90)}.00` }));
const TEXT = `Delivered goods\n${ROWS.map(({ what, amount }) => `${what}: ${amount}`).join('\n')}\n`;
/** Of lines that are no longer than these, a piece has 120. */
const PIECES = 34;
const TOKENS_A_PIECE = 1_000;

const SCHEMA = schemaOf(
  spec('rows', 'list', {
    required: true,
    family: 'line-items',
    fields: [spec('what', 'string'), spec('amount', 'money')],
  }),
);

const origin = {
  provider: 'one',
  model: 'one/small',
  promptHash: '',
  cacheHit: false,
  attempts: 1,
  degraded: false,
  usage: { input: TOKENS_A_PIECE - 100, cachedInput: 0, output: 100 },
  cost: 1,
};

/** Reads every row of what it is sent; the later a piece stands, the sooner it answers. */
function reader(refuses: (call: number) => NoAnswerReason | null = () => null) {
  const seen = { calls: 0, atOnce: 0, most: 0 };
  const ask = async ({ text }: AskedFields): Promise<ModelAnswer<FieldAnswers>> => {
    const call = seen.calls++;
    seen.most = Math.max(seen.most, ++seen.atOnce);
    for (let turns = 50 - (call % 50); turns > 0; turns--) await Promise.resolve();
    seen.atOnce--;
    const reason = refuses(call);
    if (reason !== null) return { kind: 'none', reason, cost: 0 };
    const rows = [...text.matchAll(/^(article \d+): (.+)$/gm)].map(([quote, what, amount]) => ({
      quote,
      cells: { what: what ?? null, amount: amount ?? null },
    }));
    return { kind: 'answer', value: { rows }, origin };
  };
  return { seen, ask };
}

const FINDINGS = findFields({ documentId: 'doc_1', reading: textReading(TEXT), schema: SCHEMA });

async function decided(
  ask: ReturnType<typeof reader>['ask'],
  tokens = 1_000_000,
  lists: readonly ListCandidate[] = [],
) {
  const findings = { ...FINDINGS, found: { candidates: [], lists } };
  return decideFields(findings, { threshold: 1, calibrator: calibratorOf(new Map()), tokens, ask });
}

const rowsOf = ({ result }: Awaited<ReturnType<typeof decided>>) =>
  (result.fields[0]?.items ?? []).map(({ fields }) => ({
    what: fields[0]?.value,
    amount: fields[1]?.value,
    at: fields[0]?.grounding?.span[0] ?? -1,
  }));

describe('lists of long documents', () => {
  it('are read to their end, some pieces at once, in the order of the document', async () => {
    const { seen, ask } = reader();
    const made = await decided(ask);
    expect(seen.calls).toBe(PIECES);
    expect(seen.most).toBe(16);
    const rows = rowsOf(made);
    expect(rows.map(({ what, amount }) => ({ what, amount }))).toEqual(ROWS);
    // Alike rows stand each in its own place.
    expect(rows.every(({ at }, index) => index === 0 || at > (rows[index - 1]?.at ?? 0))).toBe(true);
    expect(made.result.warnings).toEqual([]);
    expect(made.degraded).toBeNull();
  });

  it('end with the tokens that a document may take, and say so', async () => {
    const { seen, ask } = reader();
    const made = await decided(ask, 10 * TOKENS_A_PIECE);
    // Those that were under way when the last token went are heard.
    expect(seen.calls).toBeGreaterThanOrEqual(10);
    expect(seen.calls).toBeLessThan(10 + 16);
    expect(rowsOf(made).map(({ what }) => what)).toEqual(ROWS.slice(0, rowsOf(made).length).map(({ what }) => what));
    expect(made.result.warnings).toEqual([expect.stringContaining('for: rows; what it may cost was used up')]);
  });

  it('have what the local engine found where no model has read', async () => {
    const { view, grounder } = FINDINGS;
    const rows = ROWS.map(({ what, amount }) => ({ quote: `${what}: ${amount}`, cells: { what, amount } }));
    const { lists } = evidenceIn({ view, quotes: grounder.quotes, model: 'local' }, SCHEMA.fields, { rows });
    const made = await decided(reader().ask, 10 * TOKENS_A_PIECE, lists);
    expect(rowsOf(made).map(({ what, amount }) => ({ what, amount }))).toEqual(ROWS);
    const models = (made.result.fields[0]?.items ?? []).map(({ fields }) => fields[0]?.origin.model);
    expect(models.lastIndexOf('one/small')).toBeLessThan(models.indexOf('local'));
  });

  it.each([
    ['budget-exhausted', 1],
    ['unavailable', 0],
    ['deadline', 0],
  ] as const)('ask nobody any more after %s', async (reason, warnings) => {
    const { seen, ask } = reader((call) => (call >= 20 ? reason : null));
    const made = await decided(ask);
    expect(seen.calls).toBeLessThanOrEqual(20 + 16);
    expect(made.degraded).toBe(reason);
    expect(made.result.warnings).toHaveLength(warnings);
  });

  it('go on behind a piece whose answer nobody could use', async () => {
    const { seen, ask } = reader((call) => (call === 5 ? 'unusable-answer' : null));
    const made = await decided(ask);
    expect(seen.calls).toBe(PIECES);
    expect(made.degraded).toBe('unusable-answer');
    expect(made.result.warnings).toEqual([]);
  });

  it.each([
    ['are a few, at its beginning and again all through it', 8, [0, 0], 1],
    ['are many, at its beginning and again all through it', 40, [0, 0], 1 + 12],
    ['go on to its end', 4_000, [0, 0], 1 + 35],
    ['stand neither at its beginning nor at its end', 8, [500, 3_800], 1 + 12],
  ] as const)('of names that %s', async (_what, different, [from, to], calls) => {
    const names = spec('names', 'list', { required: true, fields: [spec('name', 'string')] });
    const lines = Array.from(
      { length: 4_000 },
      (_, n) =>
        `${to > 0 && (n < from || n > to) ? 'Somebody' : `Party ${n % different}`} and whoever stands for it, in the sense of this contract`,
    );
    const text = `${lines.join('\n')}\n`;
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema: schemaOf(names) });
    let asked = 0;
    const ask = async ({ text: piece }: AskedFields): Promise<ModelAnswer<FieldAnswers>> => {
      asked++;
      const rows = [...piece.matchAll(/^Party \d+/gm)].map(([name]) => ({ quote: name, cells: { name } }));
      return { kind: 'answer', value: { names: rows }, origin };
    };
    const bare = { ...findings, found: { candidates: [], lists: [] } };
    const made = await decideFields(bare, { threshold: 1, calibrator: calibratorOf(new Map()), tokens: 1e6, ask });
    expect(made.result.fields[0]?.items).toHaveLength(different);
    expect(asked).toBe(calls);
    expect(made.result.warnings).toEqual([]);
  });
});
