import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../../schemas/index.js';
import { textReading } from '../../../../../test/support/placed-reading.js';
import { concludeFields, extractFields, findFields } from '../../fields/index.js';
import { evidenceIn } from './answer-evidence.js';
import { excerptFor, piecesOf } from './excerpt.js';
import { type FieldAnswers, fieldQuestion } from './field-question.js';
import { joinedLists } from './joined-lists.js';
import { stillBroken, weakFields } from './weak-fields.js';
import { spec, schemaOf } from './field-specs.builder.js';

const TEXT = `Paid on 4 March 2026 to Ærø Bakery
& Sons the sum of EUR 1.310,50 for goods
2 loaves rye 6,00
2 loaves rye 6,00
1 cake 12,50
Delivery was agreed upon.`;

function evidence(fields: readonly FieldSpec[], answers: FieldAnswers, text = TEXT) {
  const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema: schemaOf(...fields) });
  const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'one/small' };
  return { findings, ...evidenceIn(source, fields, answers) };
}

describe('evidenceIn', () => {
  it.each([
    ['money', '1310.50', 'the sum of EUR 1.310,50', '1310.50', 'EUR 1.310,50'],
    ['number', '1310.5', 'EUR 1.310,50', '1310.50', 'EUR 1.310,50'],
    ['date', '2026-03-04', 'Paid on 4 March 2026', '2026-03-04', '4 March 2026'],
    ['date', '4 March 2026', 'Paid on 4 March 2026', '2026-03-04', '4 March 2026'],
    ['string', 'agreed upon.', 'Delivery WAS agreed upon.', 'agreed upon.', 'agreed upon.'],
    ['string', 'Agreed  upon.', 'Delivery was agreed upon.', 'agreed upon.', 'agreed upon.'],
    ['string', 'Ærø Bakery & Sons', 'to Ærø Bakery & Sons', 'Ærø Bakery & Sons', 'Ærø Bakery\n& Sons'],
    ['boolean', 'true', 'Delivery was agreed upon', 'true', 'Delivery was agreed upon'],
  ] as const)('takes %s %j out of its quote', (type, value, quote, expected, raw) => {
    const { candidates, problems } = evidence([spec('x', type)], { x: { value, quote } });
    expect(problems.size).toBe(0);
    expect(candidates).toMatchObject([{ field: 'x', value: expected, raw, evidence: 'model', model: 'one/small' }]);
    expect(TEXT.slice(candidates[0]?.start, candidates[0]?.end)).toBe(raw);
  });

  it.each([
    ['an amount that its quote does not hold', 'money', '1310.55', 'the sum of EUR 1.310,50'],
    ['an amount of another place', 'money', '12.50', 'the sum of EUR 1.310,50'],
    ['a date of nowhere', 'date', '2026-04-03', 'Paid on 4 March 2026'],
    ['an invented quote', 'string', 'Ærø Bakery', 'to Ærø Bakery, Harbour Street'],
    ['a word for a number', 'number', 'many', 'for goods'],
    ['neither true nor false', 'boolean', 'perhaps', 'Delivery was agreed upon'],
  ] as const)('refuses %s', (_what, type, value, quote) => {
    const { candidates, problems } = evidence([spec('x', type)], { x: { value, quote } });
    expect(candidates).toEqual([]);
    expect([...problems.keys()]).toEqual(['x']);
  });

  it('takes a member of an enumeration by the passage that it stands on', () => {
    const field = spec('means', 'string', { enum: ['CASH', 'CARD'] });
    const { candidates } = evidence([field], { means: { value: 'cash', quote: 'the sum of' } });
    expect(candidates).toMatchObject([{ value: 'CASH', evidence: 'model' }]);
  });

  it('takes what a list names again and again once, but rows of amounts as often as they stand there', () => {
    const names = spec('names', 'list', { fields: [spec('name', 'string')] });
    const rows = spec('rows', 'list', { fields: [spec('what', 'string'), spec('amount', 'money')] });
    const bakery = (name: string) => ({ quote: name, cells: { name } });
    const loaf = { quote: '2 loaves rye 6,00', cells: { what: '2 loaves rye', amount: '6.00' } };
    const { lists } = evidence([names, rows], {
      names: [bakery('Ærø Bakery'), bakery('Sons')],
      rows: [loaf, loaf],
    });
    const again = evidence([names, rows], { names: [bakery('ærø bakery')], rows: [loaf] });
    const joined = joinedLists([...lists, ...again.lists], [names, rows]);
    expect(joined.map(({ field, rows: all }) => [field, all.length])).toEqual([
      ['names', 2],
      ['rows', 3],
    ]);
  });

  it('marks and caps words of the model’s own', () => {
    const field = spec('x', 'string');
    const { findings, candidates, lists } = evidence([field], {
      x: { value: 'delivery included', quote: 'Delivery was agreed upon' },
    });
    const [made] = concludeFields(findings, { candidates, lists }).fields;
    expect(made).toMatchObject({ value: 'delivery included', grounding: { match: 'none' }, origin: { engine: 'llm' } });
    expect(made?.confidence).toBeLessThanOrEqual(0.5);
  });

  it('finds rows that are alike one behind the other, and names those that are not there', () => {
    const field = spec('rows', 'list', { fields: [spec('what', 'string'), spec('amount', 'money')] });
    const row = (quote: string, what: string, amount: string) => ({ quote, cells: { what, amount } });
    const { lists, problems } = evidence([field], {
      rows: [
        row('2 loaves rye 6,00', '2 loaves rye', '6.00'),
        row('2 loaves rye 6,00', '2 loaves rye', '6.00'),
        row('1 cake 12,50', '1 cake', '12.50'),
        row('3 rolls 4,00', '3 rolls', '4.00'),
      ],
    });
    const starts = lists[0]?.rows.map(({ cells }) => cells[0]?.start);
    expect(new Set(starts).size).toBe(3);
    expect(lists[0]?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['2 loaves rye', '6.00'],
      ['2 loaves rye', '6.00'],
      ['1 cake', '12.50'],
    ]);
    expect(problems.get('rows')).toContain('1 rows');
  });

  it('says nothing of what was answered with nothing', () => {
    const { candidates, problems } = evidence([spec('x', 'money')], { x: null });
    expect([candidates, problems.size]).toEqual([[], 0]);
  });
});

describe('weakFields', () => {
  const schema = schemaOf(
    spec('number', 'string', { required: true }),
    spec('date', 'date', { priority: 'high' }),
    spec('note', 'string'),
    spec('detail', 'string', { priority: 'low' }),
    spec('rows', 'list', { fields: [spec('what', 'string')] }),
  );
  const empty = extractFields({ documentId: 'doc_1', reading: textReading('x'), schema });
  const result = (confidences: Readonly<Record<string, number>>, broken: readonly string[] = []) => ({
    fields: empty.fields.map((field) => ({
      ...field,
      value: (confidences[field.name] ?? 0) > 0 ? 'v' : null,
      confidence: confidences[field.name] ?? 0,
      ruleFailures: broken.includes(field.name) ? ['rule'] : [],
    })),
  });
  const names = (fields: readonly FieldSpec[]) => fields.map(({ name }) => name);

  it.each([
    ['all is well', { number: 0.9, date: 0.9, note: 0.2 }, [], 0.7, []],
    ['a wanted one is missing, others join', { number: 0.9 }, [], 0.7, ['date', 'note']],
    ['only others are missing', { number: 0.9, date: 0.9 }, [], 0.7, []],
    [
      'a wanted one is unsure, others join',
      { number: 0.9, date: 0.6, note: 0.2, detail: 0.1 },
      [],
      0.7,
      ['date', 'note'],
    ],
    ['a rule is broken', { number: 0.9, date: 0.9, note: 0.9 }, ['date'], 0.7, ['date']],
    ['nobody is to be asked', {}, [], 0, []],
    ['everything is asked', { number: 0.99, date: 0.9 }, [], 1, ['number', 'date', 'note', 'detail', 'rows']],
  ] as const)('%s', (_what, confidences, broken, threshold, expected) =>
    expect(names(weakFields(schema, result(confidences, broken), threshold))).toEqual(expected),
  );

  it('leaves alone what embedded data has said', () => {
    const { fields } = result({ number: 0.1, date: 0.1 });
    const embedded = fields.map((field) => ({ ...field, source: 'embedded-data' as const }));
    expect(weakFields(schema, { fields: embedded }, 1)).toEqual([]);
  });

  it('asks again for wanted fields that are broken or whose evidence was none', () => {
    const problems = new Map([
      ['number', 'no quote'],
      ['note', 'no quote'],
    ]);
    expect(names(stillBroken(schema, result({ date: 0.9 }, ['date']), problems))).toEqual(['number', 'date']);
  });
});

describe('excerpts', () => {
  const filler = (lines: number) => `${'Nothing of note stands in this line of prose.\n'.repeat(lines)}`;
  const schema = schemaOf(spec('policyNumber', 'string', { labels: { en: ['policy number'] } }));
  const viewOf = (text: string) => findFields({ documentId: 'd', reading: textReading(text), schema }).view;

  it('are the whole of a short text', () => {
    const text = filler(20);
    expect(excerptFor(viewOf(text), ['policyNumber'])).toBe(text);
  });

  it('hold head, end and labels of a long one', () => {
    const text = `HEAD\n${filler(500)}Policy number: AB-12\n${filler(500)}END`;
    const excerpt = excerptFor(viewOf(text), ['policyNumber']);
    expect(excerpt.length).toBeLessThan(17_000);
    for (const part of ['HEAD', 'Policy number: AB-12', 'END']) expect(excerpt).toContain(part);
  });

  it.each([
    ['prose', filler(700), 6],
    ['short lines, each of which may be a row', '1 roll 2,00\n'.repeat(700), 6],
    ['one long line', 'x'.repeat(100_000), 13],
    ['long lines among others', `${'y'.repeat(20_000)}\nshort\n${'z'.repeat(9_000)}`, 5],
    ['nothing', '', 0],
  ])('cut lists at line ends and lose nothing: %s', (_what, text, count) => {
    const pieces = piecesOf(text);
    expect(pieces).toHaveLength(count);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const piece of pieces) expect(text.startsWith(piece.text, piece.start)).toBe(true);
    expect(Math.max(0, ...pieces.map((piece) => piece.text.length))).toBeLessThanOrEqual(8_000);
  });
});

describe('fieldQuestion', () => {
  it('tells of the fields, and nothing of the document, in its instructions', () => {
    const { instructions, content, purpose, schema } = fieldQuestion(
      [spec('total', 'money', { description: 'What is to be paid', labels: { en: ['grand total'] } })],
      'SECRET TEXT',
    );
    expect(instructions).toContain('- total (amount of money): What is to be paid; printed as grand total');
    expect(instructions).not.toContain('SECRET');
    expect([purpose, content.length]).toEqual(['extract', 1]);
    expect(schema.safeParse({ total: null }).success).toBe(true);
    expect(schema.safeParse({ total: { value: '1' } }).success).toBe(false);
    expect(schema.safeParse({ other: null }).success).toBe(false);
  });

  it('is a second try with what was wrong, beside the document', () => {
    const { purpose, content, instructions } = fieldQuestion([spec('total', 'money')], 'TEXT', [
      { field: 'total', problem: '999.00 breaks the rule sum' },
    ]);
    expect(purpose).toBe('retry');
    expect(content).toEqual([
      { name: 'document', text: 'TEXT' },
      { name: 'problems', text: 'total: 999.00 breaks the rule sum' },
    ]);
    expect(instructions).not.toContain('999.00');
  });
});
