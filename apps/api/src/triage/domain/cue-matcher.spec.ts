import { describe, expect, it } from 'vitest';
import { type Cue, CueMatcher, expandPhrase } from './cue-matcher.js';
import { tokensOf } from './words.js';

const cue = (phrase: string, label = phrase, family: Cue['family'] = 'signal'): Cue => ({
  family,
  label,
  weight: 1,
  phrase,
});
const labels = (cues: readonly Cue[], text: string): string[] =>
  new CueMatcher(cues).match(tokensOf(text)).map(({ cue: found }) => found.label);

describe('phrases', () => {
  it.each([
    ['a (b|c d) [e]', ['a b', 'a b e', 'a c d', 'a c d e']],
    ["can't stop*", ['cant stop*']],
    ["l'accès", ['l acces']],
    ['not .. work', ['not .. work']],
  ])('%s', (phrase, sequences) => expect(expandPhrase(phrase).map((words) => words.join(' '))).toEqual(sequences));
});

describe('matching', () => {
  it.each([
    ['whatever case and accents', ['über prüfen'], 'UBER Prüfen', ['über prüfen']],
    ['stems', ['cancel*'], 'I am cancelling', ['cancel*']],
    ['exact words only without a star', ['bill'], 'billing', []],
    ['up to three words between', ['not .. work'], 'not at all ever work', ['not .. work']],
    ['but not four', ['not .. work'], 'not at all ever again work', []],
    ['not over the end of a sentence', ['down now'], 'It is down. Now what?', []],
    ['not over a blank line', ['down now'], 'down\n\nnow', []],
    ['over a wrapped line', ['down now'], 'down\nnow', ['down now']],
    ['the longer instead of what lies in it', ['urgent', 'not urgent'], 'not urgent', ['not urgent']],
    ['curly apostrophes', ["can't log"], 'can’t log in', ["can't log"]],
  ])('finds %s', (_, phrases, text, expected) =>
    expect(
      labels(
        phrases.map((phrase) => cue(phrase)),
        text,
      ),
    ).toEqual(expected),
  );

  it('keeps families apart', () => {
    const cues = [cue('log in', 'account', 'category'), cue('cannot log in', 'blocked', 'signal')];
    expect(labels(cues, 'I cannot log in').sort()).toEqual(['account', 'blocked']);
  });

  it('tells where', () => {
    const [match] = new CueMatcher([cue('server is down')]).match(tokensOf('The server is down!'));
    expect([match!.start, match!.end, match!.first, match!.last]).toEqual([4, 18, 1, 3]);
  });

  it.each(['..', 'a ..', '()'])('refuses %s, which cannot match', (phrase) =>
    expect(() => new CueMatcher([cue('x'), cue(phrase)])).toThrow(expect.objectContaining({ code: 'invalid_cue' })),
  );
});
