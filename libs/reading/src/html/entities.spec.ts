import { expect, it } from 'vitest';
import { decodeAttribute, decodeEntities } from './entities.js';

it.each([
  ['&lt;b&gt; &amp;amp; &quot;', '<b> &amp; "'],
  ['&copy2024 &notit; &AMP;', '©2024 ¬it; &'],
  ['&#128; &#x20ac; &#0; &#7; &#xD800; &#99999999;', '€ €   \ufffd \ufffd'.replace('   ', ' \ufffd  ')],
  ['&there4;&CounterClockwiseContourIntegral;&hArr;', '∴∳⇔'],
  ['AT&T &unknown; & &&;', 'AT&T &unknown; & &&;'],
  ['&#00000065;&#x41', 'AA'],
])('%s', (text, decoded) => expect(decodeEntities(text)).toBe(decoded));

it('leaves names without semicolon in addresses alone', () =>
  expect(decodeAttribute('?a=1&copy=2&amp;lt=3&quot;')).toBe('?a=1&copy=2&lt=3"'));
