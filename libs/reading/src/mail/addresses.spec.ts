import { describe, expect, it } from 'vitest';
import { parseAddresses } from './addresses.js';

describe('parseAddresses', () => {
  it.each<[string, string, string[]]>([
    ['bare', 'a@x.org, b@x.org', ['|a@x.org', '|b@x.org']],
    ['with names', 'Ann Bee <a@x.org>, "Doe, Jane" <j@x.org>', ['Ann Bee|a@x.org', 'Doe, Jane|j@x.org']],
    ['a comment for a name', 'a@x.org (Ann (B.) Bee)', ['Ann (B.) Bee|a@x.org']],
    ['a group', 'Team: a@x.org, Bo <b@x.org>;, c@x.org', ['|a@x.org', 'Bo|b@x.org', '|c@x.org']],
    ['an empty group', 'undisclosed-recipients:;', []],
    ['encoded words', '=?utf-8?Q?J=C3=B6rg,_M?= <j@x.org>', ['Jörg, M|j@x.org']],
    ['name and address in one word', '=?utf-8?Q?Ann_=3Ca=40x.org=3E?=', ['Ann|a@x.org']],
    ['semicolons', 'a@x.org; b@x.org', ['|a@x.org', '|b@x.org']],
    ['a route', '<@a.org,@b.org:c@d.org>', ['|c@d.org']],
    ['quotes around the name', `"'Ann'" <a@x.org>`, ['Ann|a@x.org']],
    ['a bracket that never ends', 'Ann <a@x.org, b@x.org', ['Ann|a@x.org', '|b@x.org']],
    ['no comma between', 'Ann <a@x.org> Bo <b@x.org>', ['Ann|a@x.org', 'Bo|b@x.org']],
    ['a name alone', 'Postmaster', ['Postmaster|']],
    ['a quoted local part', '"a b"@x.org, <"c d"@x.org>', ['|"a b"@x.org', '|"c d"@x.org']],
    [
      'comments everywhere (RFC 5322, A.5)',
      'Pete(A wonderful \\) chap) <pete(his account)@silly.test(his host)>, (Empty)(start)Hidden  :(nobody(that I know))  ;',
      ['Pete|pete@silly.test'],
    ],
    [
      'blanks of old (RFC 5322, A.6.1)',
      'Mary <@node.test:mary@example.net>, , jdoe@test  . example',
      ['Mary|mary@example.net', '|jdoe@test.example'],
    ],
    ['nothing', ' , ,', []],
  ])('%s', (_, raw, boxes) =>
    expect(parseAddresses(raw).map(({ name, address }) => `${name}|${address}`)).toEqual(boxes),
  );

  it('is linear on hostile headers', () => {
    for (const part of ['"', '<', '(', ':', '@:', 'a@x <', '\\', '=?a?q?', '""', ','])
      expect(parseAddresses(part.repeat(30_000)).length).toBeLessThanOrEqual(30_001);
  });
});
