import { describe, expect, it } from 'vitest';
import { type KnownDocument, scenarioOf } from '../../bench/cascade-model.mjs';

const HARBOUR = 'Alder & Co.\nHarbour Street 3\nOrder AB-12 of a boat\nThank you for the order';
const MILL = 'Mill Ltd.\nMeadow Lane 9\nOrder XY-77 of a wheel\nWe thank you for the order';
const documents: KnownDocument[] = [
  {
    id: 'harbour',
    text: HARBOUR,
    type: 'receipt',
    truths: {
      seller: { kind: 'text', values: ['ALDER & CO.'] },
      number: { kind: 'text', values: ['AB-12'] },
      buyer: { kind: 'text', values: ['Nobody Inc.'] },
      things: { rows: ['a boat', 'a wheel'].map((name) => ({ what: { kind: 'text', values: [name] } })) },
    },
  },
  { id: 'mill', text: MILL, type: 'invoice', truths: { seller: { kind: 'text', values: ['Mill Ltd.'] } } },
];

interface Answer {
  readonly value: string;
  readonly quote: string;
}

/** What the model says of each field of a text, `null` for nothing. */
function answers(text: string, options: { wrong?: number; invented?: number; fields?: string[]; seed?: string } = {}) {
  const { wrong = 0, invented = 0, fields = ['seller', 'number', 'buyer'], seed = '1' } = options;
  const { scenario, said } = scenarioOf({ documents, metrics: {}, seed, wrong, invented });
  const nullable = { anyOf: [{ type: 'object' }, { type: 'null' }] };
  const list = { type: 'array', items: { properties: { cells: { properties: { what: {} } } } } };
  const { answer } = scenario({
    model: 'm',
    system: `Fields:\n${fields.map((name) => `- ${name} (text)`).join('\n')}`,
    turns: [{ role: 'user', text: `<data-1 name="document">\n${text}\n</data-1>` }],
    schema: { properties: Object.fromEntries(fields.map((name) => [name, name === 'things' ? list : nullable])) },
    maxTokens: 1_000,
    isStream: false,
  });
  return { fields: answer as Readonly<Record<string, Answer | null>>, said };
}

describe('the simulated model of bench:cascade', () => {
  it('says what is true of the document that it is shown, as it is printed', () => {
    expect(answers(HARBOUR).fields).toEqual({
      seller: { value: 'Alder & Co.', quote: 'Alder & Co.' },
      number: { value: 'AB-12', quote: 'Order AB-12 of a boat' },
      buyer: null,
    });
    expect(answers(MILL).fields['seller']).toEqual({ value: 'Mill Ltd.', quote: 'Mill Ltd.' });
  });

  it('says nothing that the part it is shown does not hold', () => {
    const part = HARBOUR.split('\n').slice(1).join('\n');
    expect(answers(part).fields).toMatchObject({ seller: null, number: { value: 'AB-12' } });
    expect(answers(HARBOUR, { fields: ['things'] }).fields['things']).toEqual([
      { quote: 'Order AB-12 of a boat', cells: { what: 'a boat' } },
    ]);
  });

  it('knows what pseudonyms stand for and does not say it', () => {
    const sent = HARBOUR.replace('Alder & Co.', '[ORGANIZATION_1]').replace('Harbour Street 3', '[ADDRESS_1]');
    expect(answers(sent).fields['seller']).toEqual({ value: '[ORGANIZATION_1]', quote: '[ORGANIZATION_1]' });
    expect(JSON.stringify(answers(sent).fields)).not.toContain('Alder');
  });

  it('names something else that stands there where it is wrong, and never the truth', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const { seller, number } = answers(HARBOUR, { wrong: 1, seed }).fields;
      for (const wrong of [seller, number].filter((one) => one !== null && one !== undefined)) {
        expect(HARBOUR).toContain(wrong.quote);
        expect(wrong.quote).toContain(wrong.value);
      }
      expect(seller?.value).not.toContain('Alder');
      expect(number?.value).not.toBe('AB-12');
    }
  });

  it('names and quotes what stands nowhere where it invents', () => {
    for (const one of Object.values(answers(HARBOUR, { invented: 1 }).fields)) {
      expect(HARBOUR).not.toContain(one?.value);
      expect(HARBOUR).not.toContain(one?.quote);
    }
  });

  it('errs as often as it is told, and in the same places each time', () => {
    const fields = Array.from({ length: 2_000 }, (_, at) => `field${at}`);
    const { said } = answers(HARBOUR, { fields, wrong: 0.05, invented: 0.03 });
    const share = (fate: string): number => said.filter((one) => one.fate === fate).length / said.length;
    expect(share('wrong')).toBeGreaterThan(0.035);
    expect(share('wrong')).toBeLessThan(0.065);
    expect(share('invented')).toBeGreaterThan(0.018);
    expect(share('invented')).toBeLessThan(0.042);
    expect(answers(HARBOUR, { fields, wrong: 0.05, invented: 0.03 }).said).toEqual(said);
  });
});
