// Office files whose parts are larger, deeper or more entangled than any that people make.
import { deflated } from './zeros.mjs';
import { packed, raw, zip } from './zip.mjs';

const GIGABYTE = 1024;
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MAIN = 'application/vnd.openxmlformats-officedocument';

/** The parts that every such file has: what its parts are, and which is the main one. */
const frame = (main, type) => [
  packed(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${MAIN}.${type}+xml"/></Types>`,
  ),
  packed(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`,
  ),
];

const docx = (document, more = []) =>
  zip([...frame('word/document.xml', 'wordprocessingml.document.main'), ...[document].flat(), ...more]);
const word = (body, prolog = '') =>
  packed('word/document.xml', `${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`);
const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const workbook = [
  packed(
    'xl/workbook.xml',
    `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ),
  packed(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ),
];
const xlsx = (parts) => zip([...frame('xl/workbook.xml', 'spreadsheetml.sheet.main'), ...workbook, ...parts]);
const sheet = (rows, head = '') =>
  packed('xl/worksheets/sheet1.xml', `<worksheet xmlns="${SHEET}">${head}<sheetData>${rows}</sheetData></worksheet>`);

/** Ten entities, each ten times the one before: 10^10 words where they are followed. */
export const LAUGHS = `<!DOCTYPE x [<!ENTITY l0 "laugh ">${Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">]>`;

const odf = (type, content) =>
  zip([
    packed('mimetype', `application/vnd.oasis.opendocument.${type}`, {}),
    packed(
      'content.xml',
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>${content}</office:body></office:document-content>`,
    ),
  ]);

const cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>';

export const officeBombs = [
  [
    'huge-sheet.xlsx',
    () =>
      xlsx([
        raw(
          'xl/worksheets/sheet1.xml',
          deflated(2 * GIGABYTE, `<row r="1">${cell}</row>`, {
            before: `<worksheet xmlns="${SHEET}"><sheetData>`,
            after: '</sheetData></worksheet>',
          }),
          { size: 10 },
        ),
      ]),
  ],
  [
    'huge-strings.xlsx',
    () =>
      xlsx([
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        raw(
          'xl/sharedStrings.xml',
          deflated(GIGABYTE, '<si><t>word</t></si>', { before: `<sst xmlns="${SHEET}">`, after: '</sst>' }),
          { size: 10 },
        ),
      ]),
  ],
  [
    'last-cell.xlsx',
    () =>
      xlsx([
        sheet(
          `<row r="1048576">${cell.replace('A1', 'XFD1048576')}</row><row r="99999999999">${cell.replace('A1', 'ZZZZZZ99999999999')}</row>`,
          '<dimension ref="A1:XFD1048576"/>',
        ),
      ]),
  ],
  [
    'merged-everything.xlsx',
    () =>
      xlsx([
        packed(
          'xl/worksheets/sheet1.xml',
          `<worksheet xmlns="${SHEET}"><sheetData><row r="1">${cell}</row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)}</mergeCells></worksheet>`,
        ),
      ]),
  ],
  [
    'shared-strings-out-of-range.xlsx',
    () => xlsx([sheet('<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="s"><v>-1</v></c></row>')]),
  ],
  [
    'laughs.docx',
    () => docx(word(`${paragraph('&l10;')}${paragraph('&file;')}${paragraph('&net;')}${paragraph('visible')}`, LAUGHS)),
  ],
  ['deep.docx', () => docx(word('<w:sdt><w:sdtContent>'.repeat(200_000) + paragraph('bottom')))],
  [
    'deep-tables.docx',
    () => docx(word('<w:tbl><w:tr><w:tc>'.repeat(3000) + paragraph('bottom') + '</w:tc></w:tr></w:tbl>'.repeat(3000))),
  ],
  [
    'spans.docx',
    () =>
      docx(
        word(
          `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>${paragraph('x')}</w:tc></w:tr>`.repeat(2000)}</w:tbl>`,
        ),
      ),
  ],
  [
    'huge-document.docx',
    () =>
      docx(
        raw(
          'word/document.xml',
          deflated(GIGABYTE, paragraph('word'), {
            before: `<w:document xmlns:w="${WORD}"><w:body>`,
            after: '</w:body></w:document>',
          }),
          { size: 10 },
        ),
      ),
  ],
  [
    'relations-in-circles.docx',
    () =>
      docx(word(paragraph('x')), [
        packed(
          'word/_rels/document.xml.rels',
          `<Relationships xmlns="${RELATIONS}">${Array.from({ length: 20_000 }, (_, index) => `<Relationship Id="r${index}" Type="${OFFICE}/header" Target="document.xml"/>`).join('')}<Relationship Id="up" Type="${OFFICE}/image" Target="../../../../../etc/passwd"/><Relationship Id="net" Type="${OFFICE}/image" TargetMode="External" Target="http://127.0.0.1:9/x.png"/></Relationships>`,
        ),
      ]),
  ],
  [
    'repeated.ods',
    () =>
      odf(
        'spreadsheet',
        `<office:spreadsheet><table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>`,
      ),
  ],
  [
    'spaces.odt',
    () =>
      odf(
        'text',
        `<office:text><text:p>a<text:s text:c="2147483647"/>b</text:p>${'<text:list><text:list-item>'.repeat(50_000)}</office:text>`,
      ),
  ],
  [
    'laughs.odt',
    () =>
      zip([
        packed('mimetype', 'application/vnd.oasis.opendocument.text'),
        packed(
          'content.xml',
          `${LAUGHS}<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>&l10;&file;</text:p></office:text></office:body></office:document-content>`,
        ),
      ]),
  ],
  [
    'book-in-circles.epub',
    () =>
      zip([
        packed('mimetype', 'application/epub+zip'),
        packed(
          'META-INF/container.xml',
          '<container><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        ),
        packed(
          'book.opf',
          `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${'<itemref idref="a"/>'.repeat(20_000)}</spine></package>`,
        ),
        packed('a.xhtml', '<html><body><p>chapter</p></body></html>'),
      ]),
  ],
];
