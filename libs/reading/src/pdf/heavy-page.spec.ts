import { expect, it } from 'vitest';
import { isHeavy } from './heavy-page.js';
import { PdfDocument, withPage } from './pdf-document.js';

/** ISO 32000-1, 7.5: a page that draws a picture of this many pixels a side so many times, at once or in a form. */
function pdf(side: number, times: number, inForm: boolean): Buffer {
  const draw = '/X Do '.repeat(times);
  const dictionary = `/Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /X ${inForm ? 6 : 5} 0 R >> >> >>`,
    stream('', inForm ? '/X Do' : draw),
    stream(dictionary, ''),
    stream('/Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X 5 0 R >> >>', draw),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}
const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

it.each<[number, number, boolean, boolean]>([
  [900, 1, false, false],
  [1100, 1, false, true],
  [1100, 1, true, true],
  [900, 4, false, false],
  [900, 6, false, true],
  [900, 6, true, true],
])(
  'a picture of %i pixels a side, drawn %i times (in a form: %s), is too heavy: %s',
  async (side, times, inForm, heavy) => {
    const document = await PdfDocument.open(pdf(side, times, inForm));
    const found = await document?.attempt((pdfium, handle) =>
      withPage(pdfium, handle, 0, (page) => isHeavy(pdfium, page, 1_000_000)),
    );
    document?.close();
    expect(found).toBe(heavy);
  },
);
