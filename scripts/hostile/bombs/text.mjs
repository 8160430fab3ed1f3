// Texts and markup that are deep, endless, or made for pattern matching to lose itself in.
import { LAUGHS } from './office.mjs';

const page = (body) => `<!DOCTYPE html><html><head><title>t</title></head><body>${body}</body></html>`;

export const textBombs = [
  ['deep.html', () => page('<div>'.repeat(300_000) + 'bottom')],
  ['deep-mixed.html', () => page('<b><i><table><tr><td><ul><li>'.repeat(40_000) + 'bottom')],
  ['unclosed-attributes.html', () => page('<a href="'.repeat(300_000))],
  ['unclosed-tags.html', () => page('<a '.repeat(1_000_000))],
  ['unclosed-comments.html', () => page('<!--'.repeat(500_000))],
  ['ampersands.html', () => page('&amp'.repeat(1_000_000) + '&#'.repeat(500_000))],
  ['attributes.html', () => page(`<p ${Array.from({ length: 200_000 }, (_, index) => `a${index}=1`).join(' ')}>x</p>`)],
  ['spans.html', () => page(`<table>${'<tr><td rowspan="65534" colspan="1000">x</td></tr>'.repeat(2000)}</table>`)],
  [
    'styles.html',
    () => page(`<style>${'a:not('.repeat(100_000)}</style><p style="${'display:'.repeat(100_000)}">x</p>`),
  ],
  ['hidden-in-hidden.html', () => page('<div style="display:none">'.repeat(20_000) + 'x')],
  [
    'outside.html',
    () =>
      page(
        '<iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/x"><object data="file:///etc/passwd"></object>',
      ),
  ],
  ['deep.xml', () => `<?xml version="1.0"?>${'<a>'.repeat(1_000_000)}`],
  ['laughs.xml', () => `<?xml version="1.0"?>${LAUGHS}<x>&l10;&file;&net;</x>`],
  ['attributes.xml', () => `<?xml version="1.0"?><x ${'a="b" '.repeat(500_000)}/>`],
  ['deep.json', () => '['.repeat(2_000_000)],
  ['deep-whole.json', () => `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
  [
    'keys.json',
    () =>
      `{${Array.from({ length: 200_000 }, (_, index) => `"__proto__${index}":1`).join(',')},"__proto__":{"polluted":true}}`,
  ],
  ['quotes.csv', () => '"'.repeat(4_000_000)],
  ['columns.csv', () => `${','.repeat(3_000_000)}\n`.repeat(2)],
  ['rows.csv', () => 'a,b\n'.repeat(1_500_000)],
  ['spaces.txt', () => `x${' '.repeat(5_000_000)}x`],
  ['one-word.txt', () => 'a'.repeat(9_000_000)],
  ['brackets.txt', () => `${'('.repeat(500_000)}${'[['.repeat(500_000)}${'<'.repeat(500_000)}`],
  ['almost-numbers.txt', () => '1,'.repeat(1_000_000) + '1.'.repeat(1_000_000)],
  ['almost-addresses.txt', () => `${'a@'.repeat(500_000)}\n${'a.'.repeat(500_000)}@\n${'http://'.repeat(200_000)}`],
  ['line-ends.txt', () => '\r\n'.repeat(3_000_000) + 'x'],
  ['combining.txt', () => `Z${'\u0300'.repeat(2_000_000)} ${'\u202e'.repeat(100_000)}${'\ufeff'.repeat(100_000)}`],
  [
    'marks.md',
    () =>
      `# t\n\n${'*a **b '.repeat(100_000)}\n${'['.repeat(100_000)}\n${'`'.repeat(300_000)}\n${'> '.repeat(200_000)}`,
  ],
  ['deep-list.md', () => `# t\n\n${Array.from({ length: 3000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')}`],
  ['table.md', () => `# t\n\n|${'a|'.repeat(200_000)}\n|${'-|'.repeat(200_000)}\n|${'b|'.repeat(200_000)}`],
  ['deep.rtf', () => `{\\rtf1 ${'{\\b '.repeat(500_000)}bottom`],
  [
    'hex.rtf',
    () => `{\\rtf1 {\\pict\\pngblip ${'ff'.repeat(3_000_000)}}{\\bin4000000000 x} ${"\\'e9".repeat(500_000)}}`,
  ],
  ['tables.rtf', () => `{\\rtf1 ${'\\trowd\\cellx1\\intbl x\\cell\\row '.repeat(200_000)}}`],
  [
    'calendar.ics',
    () =>
      `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(200_000)}RRULE:FREQ=SECONDLY;COUNT=999999999\r\nEND:VCALENDAR\r\n`,
  ],
];
