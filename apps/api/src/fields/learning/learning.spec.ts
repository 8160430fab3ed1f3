import { describe, expect, it } from 'vitest';
import { type ExtractionSchema, type FieldSpec, schemaForType } from '../../schemas/index.js';
import { type PlacedText, placedReading } from '../../../../../test/support/placed-reading.js';
import { concludeFields, findFields } from '../extract-fields.js';
import { lessonOf, withLearned } from './learned-candidates.js';
import { decodeLesson, encodeLesson } from './lesson-codec.js';
import { type Lesson, scoreOf, sharesOf, train } from './ranker.js';
import { taughtValues } from './taught-values.js';

const spec = (name: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type,
  family: type === 'money' ? 'money' : type === 'date' ? 'dates' : 'identifiers',
  labels: {},
  ...more,
});
const schema: ExtractionSchema = {
  ...schemaForType('generic'),
  id: 'sch_slip',
  openEnded: false,
  fields: [spec('levy', 'money'), spec('voucher', 'string'), spec('shipped', 'date')],
  rules: [],
};

/** A slip of a house whose words no schema knows; numbers, dates and amounts stand in every corner. */
function slip(seed: number) {
  const day = (offset: number): string =>
    `${String(1 + ((seed * 7 + offset) % 28)).padStart(2, '0')}.0${1 + (seed % 9)}.2026`;
  const amount = (factor: number): string =>
    `${(seed * factor + 3) % 900}.${String((seed * 17) % 100).padStart(2, '0')}`;
  const lines: (readonly PlacedText[])[] = [
    [
      [`Haulage slip ${seed}`, 40, 40],
      [`Ref K-${4000 + seed}`, 400, 40],
    ],
    [
      ['Kestrel mark', 40, 80],
      [`VX-${1000 + seed * 3}`, 200, 80],
    ],
    [
      ['Drawn up', 40, 110],
      [day(1), 200, 110],
      ['Left the yard', 320, 110],
      [day(9), 450, 110],
    ],
    [
      ['Weighbridge', 40, 150],
      [amount(31), 200, 150],
    ],
    [
      ['Toll road', 40, 170],
      [amount(7), 200, 170],
    ],
    [
      ['Crown share', 40, 190],
      [amount(13), 200, 190],
    ],
    [
      ['Handling', 40, 210],
      [amount(43), 200, 210],
    ],
  ];
  const iso = day(9).split('.').reverse().join('-');
  return { reading: placedReading(lines), truth: { levy: amount(13), voucher: `VX-${1000 + seed * 3}`, shipped: iso } };
}

const findingsOf = (seed: number) => findFields({ documentId: 'doc_1', reading: slip(seed).reading, schema });

/** What a ranker for each field has learned from slips. */
function taughtBy(seeds: readonly number[]) {
  return new Map(
    schema.fields.map((field) => {
      const lessons = seeds.flatMap((seed) => {
        const lesson = lessonOf(findingsOf(seed), field, slip(seed).truth[field.name as 'levy']);
        return lesson ? [decodeLesson(encodeLesson(lesson))] : [];
      });
      expect(lessons).toHaveLength(seeds.length);
      return [field.name, { weights: train(lessons), lessons: lessons.length, localRight: 0 }] as const;
    }),
  );
}

function valuesOf(seed: number, rankers: ReturnType<typeof taughtBy>) {
  const findings = findingsOf(seed);
  const { fields } = concludeFields(withLearned(findings, concludeFields(findings).fields, rankers));
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('what was taught', () => {
  it.each([[[5]], [[5, 12]], [[5, 12, 30]]])('by slips %j holds for the next ones of their kind', (seeds) => {
    const rankers = taughtBy(seeds);
    for (const seed of [41, 52, 63, 74]) expect(valuesOf(seed, rankers)).toEqual(slip(seed).truth);
  });

  it('comes with the place it was found at, and is not surer than it may be', () => {
    const findings = findingsOf(41);
    const { fields } = concludeFields(withLearned(findings, concludeFields(findings).fields, taughtBy([5, 12, 30])));
    for (const field of fields) {
      expect(field.grounding).not.toBeNull();
      expect(findings.view.text.slice(...(field.grounding?.span ?? [0, 0]))).toBe(field.raw);
      expect(field.confidence).toBeLessThanOrEqual(0.97);
      expect(field.confidence).toBeGreaterThan(0.5);
    }
  });

  it('leaves alone what nothing was taught of', () => {
    const findings = findingsOf(41);
    const before = concludeFields(findings);
    expect(concludeFields(withLearned(findings, before.fields, new Map()))).toEqual(before);
  });

  it('of one odd document does not turn what the local engine is sure of elsewhere', () => {
    const receipt = schemaForType('receipt');
    const read = (lines: readonly (readonly PlacedText[])[]) =>
      findFields({ documentId: 'd', reading: placedReading(lines), schema: receipt });
    const odd = read([
      [['Corner Shop', 40, 20]],
      [
        ['TOTAL', 40, 90],
        ['7.40', 300, 90],
      ],
      [
        ['CASH', 40, 110],
        ['20.00', 300, 110],
      ],
    ]);
    const other = read([
      [['Museum Café', 200, 30]],
      [
        ['Two teas', 90, 70],
        ['6.20', 420, 70],
      ],
      [
        ['Cake', 90, 84],
        ['3.10', 420, 84],
      ],
      [
        ['Grand total', 90, 130],
        ['9.30', 420, 130],
      ],
      [
        ['Card', 90, 170],
        ['9.30', 420, 170],
      ],
    ]);
    const total = receipt.fields.find(({ name }) => name === 'total');
    const lesson = total && lessonOf(odd, total, '20.00');
    const rankers = new Map([['total', { weights: train(lesson ? [lesson] : []), lessons: 1, localRight: 0 }]]);
    const local = concludeFields(other).fields;
    const totalIn = (fields: typeof local) => fields.find(({ name }) => name === 'total')?.value;
    expect(totalIn(local)).toBe('9.30');
    expect(totalIn(concludeFields(withLearned(other, local, rankers)).fields)).toBe('9.30');
  });

  it('is surer the more often it was taught', () => {
    const confidences = [[5], [5, 12, 30], [5, 12, 30, 31, 32, 33, 34, 35, 36, 37]].map((seeds) => {
      const findings = findingsOf(41);
      const { fields } = concludeFields(withLearned(findings, concludeFields(findings).fields, taughtBy(seeds)));
      return fields[0]?.confidence ?? 0;
    });
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
    expect(confidences[0]).toBeLessThan(0.7);
    expect(confidences[2]).toBeGreaterThan(0.8);
  });

  it('is nothing where the value does not stand in the document', () => {
    const [levy] = schema.fields;
    expect(levy && lessonOf(findingsOf(5), levy, '123456.00')).toBeNull();
  });

  it('takes words that no stretch is from where they stand', () => {
    const voucher = schema.fields[1];
    const lesson = voucher && lessonOf(findingsOf(5), voucher, 'Haulage');
    expect(lesson?.right.length).toBeGreaterThan(0);
  });
});

describe('lessons', () => {
  it('come back from their bytes', () => {
    const [levy] = schema.fields;
    const lesson = levy && lessonOf(findingsOf(5), levy, slip(5).truth.levy);
    const back = lesson && decodeLesson(encodeLesson(lesson));
    const values = (one: Lesson | null | undefined) =>
      one?.spans.map(({ slots, values: own }) => [[...slots], [...own].map((value) => Math.fround(value))]);
    expect(values(back)).toEqual(values(lesson));
    expect(back?.right).toEqual(lesson?.right);
  });

  it('of long documents keep the right spans and no more than enough wrong ones', () => {
    const spans = Array.from({ length: 5_000 }, (_, index) => ({
      slots: Uint16Array.from([0, 1, 2 + index]),
      values: Float32Array.from([0, 0, 1]),
    }));
    const back = decodeLesson(encodeLesson({ spans, right: [4_321] }));
    expect(back.spans.length).toBeLessThan(200);
    expect(back.right.map((index) => back.spans[index]?.slots[2])).toEqual([4_323]);
  });

  it('without any say what the local engine says', () => {
    const weights = train([]);
    const proposed = { slots: Uint16Array.from([0, 1]), values: Float32Array.from([1, 0.8]) };
    const other = { slots: Uint16Array.from([0, 1, 99]), values: Float32Array.from([0, 0, 1]) };
    const [first = 0, second = 0] = sharesOf([scoreOf(weights, proposed), scoreOf(weights, other)]);
    expect(first).toBeGreaterThan(second);
  });
});

describe('taughtValues', () => {
  const fields = [spec('a', 'date'), spec('b', 'money'), spec('c', 'string'), spec('d', 'list'), spec('e', 'boolean')];
  it('takes values in the form of their type', () => {
    const given = { a: '2026-03-04', b: '-12.50', c: 'as printed', e: 'true' };
    expect(taughtValues({ fields }, given)).toEqual(given);
  });

  it.each([
    [{ a: '4/3/2026' }, '/fields/a'],
    [{ b: '1,250.00' }, '/fields/b'],
    [{ c: '' }, '/fields/c'],
    [{ c: 5 }, '/fields/c'],
    [{ c: null }, '/fields/c'],
    [{ d: 'x' }, '/fields/d'],
    [{ e: 'yes' }, '/fields/e'],
    [{ z: 'x' }, '/fields/z'],
    [{}, '/fields'],
  ])('refuses %j', (given, pointer) => {
    expect(() => taughtValues({ fields }, given)).toThrow(
      expect.objectContaining({ code: 'invalid_example', errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
