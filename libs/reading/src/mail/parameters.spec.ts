import { describe, expect, it } from 'vitest';
import { parseParameters } from './parameters.js';

describe('parseParameters', () => {
  it.each<[string, string, string, Record<string, string>]>([
    ['plain', 'Text/Plain; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
    ['quotes', 'a/b; name="x; y \\"z\\".txt"', 'a/b', { name: 'x; y "z".txt' }],
    ['a quote that never ends', 'a/b; name="x.txt; size=3', 'a/b', { name: 'x.txt', size: '3' }],
    [
      'a bare name with blanks and brackets',
      'attachment; filename=my file (1).pdf',
      'attachment',
      { filename: 'my file (1).pdf' },
    ],
    ['comments', 'text/plain (a; b); charset=us-ascii (Plain)', 'text/plain', { charset: 'us-ascii' }],
    ['encoded words', 'a/b; name="=?utf-8?Q?=C3=B6.txt?="', 'a/b', { name: 'ö.txt' }],
    ['percent encoding', "a/b; name*=utf-8''%C3%B6.txt", 'a/b', { name: 'ö.txt' }],
    ['sections in any order', 'a/b; name*1="b.txt"; name*0="a-"', 'a/b', { name: 'a-b.txt' }],
    ['encoded sections', "a/b; name*0*=iso-8859-1'de'%F6; name*1=-x; name*2*=%FC", 'a/b', { name: 'ö-xü' }],
    ['sections that part a character', "a/b; name*0*=utf-8''%C3; name*1*=%B6", 'a/b', { name: 'ö' }],
    ['both forms', "a/b; name=fallback.txt; name*=utf-8''%C3%B6.txt", 'a/b', { name: 'ö.txt' }],
    ['twice', 'a/b; name=one; name=two', 'a/b', { name: 'one' }],
    ['no semicolon', 'multipart/mixed boundary=x', 'multipart/mixed', { boundary: 'x' }],
    ['no value', 'a/b; name; =x; charset=', 'a/b', { charset: '' }],
    ['nothing', '', '', {}],
  ])('%s', (_, raw, value, parameters) => {
    const parsed = parseParameters(raw);
    expect(parsed.value).toBe(value);
    expect(Object.fromEntries(parsed.parameters)).toEqual(parameters);
  });
});
