import { describe, expect, it } from 'vitest';
import { enrichedBody, flowedBody, plainBody } from './plain-body.js';

it('plain text keeps its lines', () => expect(plainBody('a\r\n  b\r\n\r\n\r\nc\r\n\r\n')).toBe('a\n  b\n\n\nc'));

describe('flowed text', () => {
  it.each<[string, string, boolean, string]>([
    ['lines that go on', 'one \ntwo\nthree', false, 'one two\nthree'],
    ['without the blank', 'one \ntwo', true, 'onetwo'],
    ['quoted lines of one depth', '> one \n> two \n>> three', false, '> one two \n>> three'],
    ['the signature', 'one \n-- \nAnn', false, 'one \n-- \nAnn'],
    ['blanks that were stuffed', ' From here\n  two', false, 'From here\n two'],
  ])('%s', (_, text, deletesBlank, expected) => expect(flowedBody(text, deletesBlank)).toBe(expected));
});

it('enriched text loses its commands', () =>
  expect(enrichedBody('<bold>Hi</bold> <color><param>red</param>all</color>,\nsee <<a>.\n\nBye<nl>Ann')).toBe(
    'Hi all, see <a>.\nBye\nAnn',
  ));
