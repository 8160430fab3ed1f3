import { expect, it } from 'vitest';
import { equationText } from './equation.js';
import { readTree } from './xml-tree.js';

const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const f = (above: string, below: string, type = '') =>
  `<m:f><m:fPr>${type === '' ? '' : `<m:type m:val="${type}"/>`}</m:fPr><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
const sSup = (base: string, above: string) => `<m:sSup><m:e>${base}</m:e><m:sup>${above}</m:sup></m:sSup>`;

it.each([
  [`${r('A= π')}${sSup(r('r'), r('2'))}`, 'A= πr^2'],
  [
    f(
      r('-b±') +
        `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${sSup(r('b'), r('2'))}${r('-4ac')}</m:e></m:rad>`,
      r('2a'),
    ),
    '(-b±√(b^2-4ac))/2a',
  ],
  [sSup(f(r('x-c'), r('v')), r('2')), '((x-c)/v)^2'],
  [f(r('n'), r('k'), 'noBar'), '(n¦k)'],
  [
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup><m:e>${r('i')}</m:e></m:nary>`,
    '∑_(i=1)^n i',
  ],
  [`<m:nary><m:sub/><m:sup/><m:e>${r('x')}</m:e></m:nary>`, '∫ x'],
  [`<m:rad><m:deg>${r('3')}</m:deg><m:e>${r('x')}</m:e></m:rad>`, '√[3](x)'],
  [
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>${r('a')}</m:e><m:e>${r('b')}</m:e></m:d>`,
    '[a|b',
  ],
  [`<m:d><m:e>${r('a')}</m:e></m:d>`, '(a)'],
  [`<m:func><m:fName>${r('sin')}</m:fName><m:e>${r('x')}</m:e></m:func>`, 'sin x'],
  [
    `<m:m><m:mr><m:e>${r('1')}</m:e><m:e>${r('0')}</m:e></m:mr><m:mr><m:e>${r('0')}</m:e><m:e>${r('1')}</m:e></m:mr></m:m>`,
    '[1, 0; 0, 1]',
  ],
  [`<m:sSubSup><m:e>${r('x')}</m:e><m:sub>${r('i')}</m:sub><m:sup>${r('2')}</m:sup></m:sSubSup>`, 'x_i^2'],
  [`<m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr><m:e>${r('v')}</m:e></m:acc>`, 'v⃗'],
  [`<m:limLow><m:e>${r('lim')}</m:e><m:lim>${r('x→0')}</m:lim></m:limLow>`, 'lim_(x→0)'],
  [`<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>${r('x')}</m:e></m:phant>${r('y')}`, 'y'],
  [`<w:del>${r('gone')}</w:del>${r('here')}`, 'here'],
  [`<m:eqArr><m:e>${r('a=1')}</m:e><m:e>${r('b=2')}</m:e></m:eqArr>`, 'a=1; b=2'],
])('%#: %s', (xml, expected) =>
  expect(equationText(readTree(Buffer.from(`<m:oMath>${xml}</m:oMath>`))!)).toBe(expected),
);
