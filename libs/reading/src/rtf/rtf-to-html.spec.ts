import { expect, it } from 'vitest';
import { rtfToHtml } from './rtf-to-html.js';

const html = (rtf: string): string | null => rtfToHtml(Buffer.from(rtf, 'latin1'));
const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 A;}}{\\colortbl;\\red0;}';

it('gives the HTML that a mail program put into an RTF', () =>
  expect(
    html(
      `${HEAD}{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}\\htmlrtf {\\pard \\htmlrtf0 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 ` +
        "caf\\'e9 {\\f1 \\'cf}\\u8364 ?{\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 b\\tab \\{x\\}\\htmlrtf }\\htmlrtf0{\\*\\mhtmltag64 no}" +
        '{\\*\\htmltag72 </p>}\\htmlrtf \\par }\\htmlrtf0 {\\*\\htmltag58 </body>\\par</html>}}',
    ),
  ).toBe('<html><body><p>café П€&lt;b\t{x}</p></body>\n</html>'));

it.each([
  ['RTF that was written as such', '{\\rtf1\\ansi text}'],
  ['RTF made from plain text', '{\\rtf1\\ansi\\fromtext text}'],
  ['no RTF', 'fromhtml'],
])('is null of %s', (_, rtf) => expect(html(rtf)).toBeNull());

it('takes a space that cannot break as HTML has it', () => expect(html(`${HEAD}a\\~b`)).toBe('a&nbsp;b'));
