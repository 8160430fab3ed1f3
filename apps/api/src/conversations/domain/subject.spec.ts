import { describe, expect, it } from 'vitest';
import { isReplySubject, normalisedSubject } from './subject.js';

describe('the subject of a thread', () => {
  it.each([
    ['Re: Lamps', 'lamps', true],
    ['AW: WG: Re[2]: Lamps', 'lamps', true],
    ['[desk] Fwd: RE:  Lamps   and chairs', 'lamps and chairs', false],
    ['Report: lamps', 'report: lamps', false],
    [null, '', false],
  ])('%s', (subject, expected, reply) => {
    expect(normalisedSubject(subject)).toBe(expected);
    expect(isReplySubject(subject)).toBe(reply);
  });
});
