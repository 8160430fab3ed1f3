import { describe, expect, it } from 'vitest';
import { filled, fitting, placeholderProblems } from './template.js';
import { newTemplateInput } from '../../replies/template-input.js';

const template = (
  name: string,
  categories: string[] = [],
  types: ('question' | 'request')[] = [],
  language = 'en',
) => ({
  name,
  language,
  categories,
  types,
  text: name,
});

describe('a template', () => {
  it.each([
    ['Dear {{name}}, about {{ reference }}: {{answer}}', 0],
    ['Dear {name}', 0],
    ['Dear {{subject}}', 1],
    ['Dear {{name', 1],
    ['Dear name}}', 1],
    ['{{{{name}}}}', 2],
  ])('%j has %i problems', (text, count) => expect(placeholderProblems(text)).toHaveLength(count));

  it('tells them with a pointer', () => {
    const { error } = newTemplateInput.safeParse({ name: 'a', language: 'en', text: 'Dear {{who}}' });
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['text'], expect.stringContaining('{{who}}, which is no placeholder')],
    ]);
  });

  it('says what is known, leaves the rest to a person, and reads nothing of it again', () =>
    expect(filled('{{name}} {{ amount }} {{answer}}', { name: '{{answer}} $&', amount: null, answer: 'yes' })).toBe(
      '{{answer}} $& […] yes',
    ));

  it('fits by language, category and type, the most special one first', () => {
    const all = [
      template('any'),
      template('german', [], [], 'de'),
      template('questions', [], ['question']),
      template('billing', ['billing', 'sales']),
      template('billing questions', ['billing'], ['question']),
      template('orders', ['order']),
    ];
    const names = fitting(all, { language: 'en', category: 'billing', type: 'question' }).map(({ name }) => name);
    expect(names).toEqual(['billing questions', 'billing', 'questions', 'any']);
  });
});
