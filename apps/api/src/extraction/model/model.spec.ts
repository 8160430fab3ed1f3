import { describe, expect, it } from 'vitest';
import { type ExtractionSchema, type FieldSpec, schemaForType } from '../../schemas/index.js';
import type { Candidate } from '../domain/field-model.js';
import { textReading } from '../domain/placed-reading.builder.js';
import { concludeFields, extractFields, findFields } from '../extract-fields.js';
import { evidenceIn } from './answer-evidence.js';
import { excerptFor, MOST_PIECES, piecesOf } from './excerpt.js';
import { type FieldAnswers, fieldQuestion } from './field-question.js';
import { joinedLists } from './joined-lists.js';
import { stillBroken, weakFields } from './weak-fields.js';

const spec = (name: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type,
  family: 'identifiers',
  labels: {},
  ...more,
});
const schemaOf = (...fields: FieldSpec[]): ExtractionSchema => ({
  ...schemaForType('generic'),
  openEnded: false,
  fields,
  rules: [],
});

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

describe('a model and the local engine', () => {
  const text =
    'Order of 3 May 2026\nDelivered on 9 May 2026\nTea, 4.00\nBread 6.00\nIn all 10.00\nJam 3.00\nHam 9.00\nAlder & Co. Harbour';
  const found = (field: string, value: string, raw: string, score: number): Candidate => ({
    field,
    value,
    raw,
    score,
    evidence: 'label-right',
    agent: 'dates',
    start: text.indexOf(raw),
    end: text.indexOf(raw) + raw.length,
  });
  const ORDERED = found('x', '2026-05-03', '3 May 2026', 0.85);
  const DELIVERED = { value: '2026-05-09', quote: 'Delivered on 9 May 2026' };

  function concluded(fields: FieldSpec[], local: readonly Candidate[], answers: FieldAnswers, more = {}) {
    const schema = { ...schemaOf(...fields), ...more };
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const advice = evidenceIn(source, fields, answers);
    const made = concludeFields({ ...findings, found: { candidates: local, lists: [] } }, advice).fields;
    return made.map(({ value, confidence, origin }) => ({ value, confidence, engine: origin.engine }));
  }
  const date = (local: readonly Candidate[], answers: FieldAnswers) =>
    concluded([spec('x', 'date')], local, answers)[0] ?? { value: null, confidence: 0, engine: '' };

  it('are surer together than either alone', () => {
    const both = date([ORDERED], { x: { value: '2026-05-03', quote: 'Order of 3 May 2026' } });
    expect(both).toMatchObject({ value: '2026-05-03', engine: 'llm' });
    expect(both.confidence).toBeGreaterThan(date([ORDERED], {}).confidence);
    expect(both.confidence).toBeGreaterThan(date([], { x: DELIVERED }).confidence);
  });

  it('do not agree where the local engine had seen the value and chosen another', () => {
    const seen = found('x', '2026-05-09', '9 May 2026', 0.3);
    const doubtful = { ...ORDERED, score: 0.4 };
    const { value, confidence } = date([doubtful, seen], { x: DELIVERED });
    expect(value).toBe('2026-05-09');
    expect(confidence).toBeLessThan(0.9);
  });

  it.each([
    ['a doubtful local value gives way', { ...ORDERED, score: 0.3 }, '2026-05-09', 'llm'],
    ['a sure one stays', ORDERED, '2026-05-03', 'local'],
  ])('%s, and what stays is less sure for the other', (_what, local, value, engine) => {
    const [one, alone] = [date([local], { x: DELIVERED }), date(engine === 'llm' ? [] : [local], { x: DELIVERED })];
    expect(one).toMatchObject({ value, engine });
    expect(one.confidence).toBeLessThan(engine === 'llm' ? alone.confidence : 0.9);
    expect(one.confidence).toBeGreaterThan(0.5);
  });

  it('words of a model’s own do not displace what is printed', () => {
    const printed = { ...found('x', 'Alder & Co.', 'Alder & Co.', 0.6), evidence: 'label-right' as const };
    const [field] = concluded([spec('x', 'string')], [printed], {
      x: { value: 'Alders', quote: 'Alder & Co. Harbour' },
    });
    expect(field).toMatchObject({ value: 'Alder & Co.', engine: 'local' });
  });

  it('write alike what they agree on: as the local engine has mended it', () => {
    const mended = found('x', 'Alder & Co., Harbour', 'Alder & Co. Harbour', 0.4);
    const answer = { value: 'Alder & Co. Harbour', quote: 'Alder & Co. Harbour' };
    const [field] = concluded([spec('x', 'string')], [mended], { x: answer });
    expect(field).toMatchObject({ value: 'Alder & Co., Harbour', engine: 'llm' });
    expect(field?.confidence).toBeGreaterThan(0.9);
  });

  it('stand where the model says where the local engine has only worked the value out', () => {
    const derived = { ...found('x', '2026-05-09', '3 May 2026', 0.6), evidence: 'clause-derived' as const };
    const schema = schemaOf(spec('x', 'date'));
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const advice = evidenceIn(source, schema.fields, { x: DELIVERED });
    const [field] = concludeFields({ ...findings, found: { candidates: [derived], lists: [] } }, advice).fields;
    expect(field).toMatchObject({ raw: '9 May 2026', grounding: { match: 'normalized' } });
  });

  it('a sum that holds goes before a model’s word', () => {
    const local = [
      found('a', '4.00', '4.00', 0.7),
      found('b', '6.00', '6.00', 0.5),
      found('all', '10.00', '10.00', 0.9),
    ];
    const rules = [{ kind: 'sum', name: 'adds_up', of: ['a', 'b'], equals: 'all' }] as const;
    const fields = ['a', 'b', 'all'].map((name) => spec(name, 'money'));
    const made = concluded(fields, local, { b: { value: '10.00', quote: 'In all 10.00' } }, { rules });
    expect(made.map(({ value }) => value)).toEqual(['4.00', '6.00', '10.00']);
  });

  it('a sum of what neither has chosen does not go before what one of them has', () => {
    const local = [
      found('a', '4.00', '4.00', 0.5),
      found('b', '6.00', '6.00', 0.6),
      found('all', '10.00', '10.00', 0.9),
      found('all', '9.00', '9.00', 0.6),
    ];
    const rules = [{ kind: 'sum', name: 'adds_up', of: ['a', 'b'], equals: 'all' }] as const;
    const fields = ['a', 'b', 'all'].map((name) => spec(name, 'money'));
    const made = concluded(fields, local, { a: { value: '3.00', quote: 'Jam 3.00' } }, { rules });
    expect(made.map(({ value }) => value)).toEqual(['4.00', '6.00', '10.00']);
  });
});

describe('two lists of one field', () => {
  const text = 'Tea 4.00\nBread 6.00\nIn all 10.00';
  const schema = {
    ...schemaOf(
      spec('rows', 'list', { fields: [spec('what', 'string'), spec('amount', 'money')] }),
      spec('total', 'money'),
    ),
    rules: [{ kind: 'line-sum', name: 'adds_up', list: 'rows', column: 'amount', equalsOneOf: ['total'] }],
  } as const satisfies ExtractionSchema;
  const bread = { quote: 'Bread 6.00', cells: { what: 'Bread', amount: '6.00' } };
  const tea = { quote: 'Tea 4.00', cells: { what: 'Tea', amount: '4.00' } };
  const total = { value: '10.00', quote: 'In all 10.00' };

  /** What stands in the field where the local engine found some rows and a model others. */
  function concluded(found: readonly (typeof bread)[], advised: readonly (typeof bread)[]) {
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const local = evidenceIn(source, schema.fields, { rows: [...found], total });
    const lists = local.lists.map((list) => ({ ...list, score: 0.9 }));
    const advice = evidenceIn(source, schema.fields, { rows: [...advised], total });
    return concludeFields({ ...findings, found: { candidates: [], lists } }, advice).fields[0];
  }

  it.each([
    ['the local one adds up', [tea, bread], [bread]],
    ['the model’s adds up', [bread], [tea, bread]],
    ['both add up, and count once', [tea, bread], [tea, bread]],
  ])('%s', (_which, found, advised) => {
    const field = concluded(found, advised);
    expect(field?.items).toHaveLength(2);
    expect(field?.ruleFailures).toEqual([]);
    expect(field?.confidence).toBeGreaterThan(0.95);
  });

  it('is the model’s where none adds up', () => {
    expect(concluded([tea], [bread])?.items?.[0]?.fields[0]?.value).toBe('Bread');
  });
});

describe('weakFields', () => {
  const schema = schemaOf(
    spec('number', 'string', { required: true }),
    spec('date', 'date', { priority: 'high' }),
    spec('note', 'string'),
    spec('detail', 'string', { priority: 'low' }),
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
    ['a wanted one is missing', { number: 0.9 }, [], 0.7, ['date']],
    [
      'a wanted one is unsure, others join',
      { number: 0.9, date: 0.6, note: 0.2, detail: 0.1 },
      [],
      0.7,
      ['date', 'note'],
    ],
    ['a rule is broken', { number: 0.9, date: 0.9 }, ['date'], 0.7, ['date']],
    ['nobody is to be asked', {}, [], 0, []],
    ['everything is asked', { number: 0.99, date: 0.9 }, [], 1, ['number', 'date', 'note', 'detail']],
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

  it('cut lists at line ends, lose nothing up to the most, and end', () => {
    const text = filler(700);
    const pieces = piecesOf(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
    expect(piecesOf('x'.repeat(1_000_000))).toHaveLength(MOST_PIECES);
    expect(piecesOf('')).toEqual([]);
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
