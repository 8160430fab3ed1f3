import { describe, expect, it } from 'vitest';
import type { Reading } from '../reading-model.js';
import { readDocx } from './docx/read-docx.js';
import { DOCX, docxOf, inputOf, p, pptxOf, PPTX, r, relation, rowsOf, shape, XLSX, xlsxOf } from './ooxml.builder.js';
import { readPptx } from './pptx/read-pptx.js';
import { readXlsx } from './xlsx/read-xlsx.js';

const word = (...parts: Parameters<typeof docxOf>): Promise<Reading> => readDocx(inputOf(docxOf(...parts), DOCX));

/** Each is small, and would take minutes or gigabytes where work grows with the square of its size. */
describe('files that are made to hurt', () => {
  it('exponents without end', async () => {
    const { text } = await word(p(r('1') + r('2', '<w:vertAlign w:val="superscript"/>').repeat(30_000)));
    expect(text.length).toBeGreaterThan(30_000);
  });
  it('paragraphs that all run on', async () => {
    const { text } = await word(p('word ', '<w:rPr><w:del/></w:rPr>').repeat(20_000));
    expect(text.match(/word/g)).toHaveLength(20_000);
  });
  it('one chart in ten thousand places', async () => {
    const chart = `<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>${'x'.repeat(100_000)}</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>`;
    const { text } = await word(
      p('<w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r>'.repeat(10_000)),
      { 'word/c.xml': chart },
      [relation('c', 'chart', 'c.xml')],
    );
    expect(text).toHaveLength(100_000);
  });
  it('a list marker of a megabyte', async () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${'%1'.repeat(500_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const { text } = await word(
      p('x', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(1000),
      { 'word/numbering.xml': numbering },
      [relation('n', 'numbering', 'numbering.xml')],
    );
    expect(text.length).toBeLessThan(1_000_000);
  });
  it('a description of blanks', async () => {
    const { text } = await word(p(`<w:r><w:drawing><wp:docPr descr="a${' '.repeat(1_000_000)}b"/></w:drawing></w:r>`));
    expect(text).toBe('a');
  });
  it('entities that unfold, and files that they name', async () => {
    const types =
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const { text } = await word('', {
      'word/document.xml': `${types}<w:document><w:body>${p('[&b;&x;]')}</w:body></w:document>`,
    });
    expect(text).not.toMatch(/aaaa|root:/);
  });
  it('fields inside of fields', async () => {
    const { text } = await word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000) + r('end')));
    expect(text).toContain('end');
  });
  it('columns that are hidden again and again', async () => {
    const columns = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(50_000)}</cols>`;
    const { hidden } = await readXlsx(inputOf(xlsxOf([{ name: 'S', content: columns + rowsOf(['x']) }]), XLSX));
    expect(hidden.map(({ text }) => text)).toEqual(['x']);
  });
  it('a format that repeats its text', async () => {
    const cell = `<c r="A1" s="1" t="inlineStr"><is><t>${'x'.repeat(1_000_000)}</t></is></c>`;
    const { text } = await readXlsx(
      inputOf(xlsxOf([{ name: 'S', content: rowsOf([cell]) }], { formats: ['@'.repeat(900)] }), XLSX),
    );
    expect(text.length).toBeLessThan(1_100_000);
  });
  it('rows that are far down, and cells far to the right', async () => {
    const content =
      '<sheetData><row r="99999999999"><c r="ZZZZ1"><v>1</v></c><c r="A0"><v>2</v></c></row><row r="-5"><c><v>3</v></c></row></sheetData>';
    const { text } = await readXlsx(inputOf(xlsxOf([{ name: 'S', content }]), XLSX));
    expect(text).toMatch(/1 +2[^]*3/);
  });
  it('diagrams in circles and chains', async () => {
    const points = Array.from(
      { length: 20_000 },
      (_, index) =>
        `<dgm:pt modelId="${index}" type="${index === 0 ? 'doc' : 'node'}"><dgm:t><a:p><a:r><a:t>x</a:t></a:r></a:p></dgm:t></dgm:pt>`,
    );
    const lines = points.map((_, index) => `<dgm:cxn srcId="${index}" destId="${(index + 1) % points.length}"/>`);
    const data = `<dgm:dataModel><dgm:ptLst>${points.join('')}</dgm:ptLst><dgm:cxnLst>${lines.join('')}</dgm:cxnLst></dgm:dataModel>`;
    const slide = {
      shapes: '<p:graphicFrame><dgm:relIds r:dm="d"/></p:graphicFrame>',
      related: [relation('d', 'diagramData', '../d.xml')],
    };
    const { pages } = await readPptx(inputOf(pptxOf([slide], { parts: { 'ppt/d.xml': data } }), PPTX));
    expect(pages[0]!.blocks).toHaveLength(20_000);
  });
  it('one slide in more places than there may be pages', async () => {
    const slides = '<p:sldId r:id="s1"/>'.repeat(5000);
    const reading = await readPptx(
      inputOf(
        pptxOf([{ shapes: shape(['x']) }], {
          parts: { 'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides}</p:sldIdLst></p:presentation>` },
        }),
        PPTX,
        { maxPages: 50 },
      ),
    );
    expect([reading.receipt.pages.total, reading.pages.length]).toEqual([5000, 50]);
  });
});
