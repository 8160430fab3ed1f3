import { zipOf } from '../zip/zip.builder.js';
import type { ReadInput } from '../readers/format-reader.js';
import { testLimits } from '../readers/limits.builder.js';

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A relationship for tests: id, type (the last piece of its URI), target; external where it is a URI. */
export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${
    /^https?:/.test(target) ? ' TargetMode="External"' : ''
  }/>`;
export const relations = (...all: readonly string[]): string => `<Relationships>${all.join('')}</Relationships>`;

const contentTypes = (main: string, type: string): string =>
  `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}.main+xml"/></Types>`;

const packageOf = (main: string, type: string, parts: Parts): Uint8Array =>
  zipOf({
    '[Content_Types].xml': contentTypes(main, type),
    '_rels/.rels': relations(relation('r1', 'officeDocument', main)),
    ...parts,
  });

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const DOCX = `${OFFICE}.wordprocessingml.document`;
export const XLSX = `${OFFICE}.spreadsheetml.sheet`;
export const PPTX = `${OFFICE}.presentationml.presentation`;

/** What a reader is given. */
export const inputOf = (
  bytes: Uint8Array,
  mediaType: string,
  limits: Parameters<typeof testLimits>[0] = {},
): ReadInput => ({
  bytes,
  mediaType,
  limits: testLimits(limits),
});

/** A Word document with this body; `related` are relationships of it. */
export const docxOf = (body: string, parts: Parts = {}, related: readonly string[] = []): Uint8Array =>
  packageOf('word/document.xml', DOCX, {
    'word/document.xml': `<w:document xmlns:w="w" xmlns:r="r"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(...related),
    ...parts,
  });

/** A paragraph of a Word document: its runs, or a text. */
export const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : `<w:r><w:t xml:space="preserve">${content}</w:t></w:r>`}</w:p>`;

/** A run of a Word document. */
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

export interface SheetInput {
  readonly name: string;
  /** What stands inside of `worksheet`. */
  readonly content: string;
  readonly state?: string;
  readonly related?: readonly string[];
}

/** An Excel workbook; shared texts, and number formats by style. */
export function xlsxOf(
  sheets: readonly SheetInput[],
  options: {
    readonly strings?: readonly string[];
    readonly formats?: readonly string[];
    readonly workbook?: string;
    readonly parts?: Parts;
    readonly related?: readonly string[];
  } = {},
): Uint8Array {
  const { strings = [], formats = [], workbook = '', parts = {}, related = [] } = options;
  const sheetParts = sheets.flatMap(({ content, related: own = [] }, index): [string, string][] => [
    [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns:r="r">${content}</worksheet>`],
    [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relations(...own)],
  ]);
  return packageOf('xl/workbook.xml', XLSX, {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation('strings', 'sharedStrings', 'sharedStrings.xml'),
      relation('styles', 'styles', 'styles.xml'),
      ...related,
    ),
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheetParts),
    ...parts,
  });
}

/** Rows of a sheet from A1 on: numbers, texts, or whole cells as XML; empty where undefined. */
export const rowsOf = (...rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `<sheetData>${rows
    .map((cells, row) =>
      cells.every((cell) => cell === undefined)
        ? ''
        : `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>`;

function cellOf(cell: string | number | undefined, reference: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  return cell.startsWith('<c') ? cell : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}

export interface SlideInput {
  /** Shapes of the slide. */
  readonly shapes: string;
  readonly attributes?: string;
  readonly related?: readonly string[];
}

/** A presentation of 1000 by 500, with one layout and one master behind all slides. */
export function pptxOf(
  slides: readonly SlideInput[],
  options: {
    readonly layout?: string;
    readonly master?: string;
    readonly parts?: Parts;
    readonly related?: readonly string[];
  } = {},
): Uint8Array {
  const { layout = '', master = '', parts = {}, related = [] } = options;
  const tree = (shapes: string): string => `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`;
  const slideParts = slides.flatMap(({ shapes, attributes = '', related: own = [] }, index): [string, string][] => [
    [`ppt/slides/slide${index + 1}.xml`, `<p:sld xmlns:r="r" ${attributes}>${tree(shapes)}</p:sld>`],
    [
      `ppt/slides/_rels/slide${index + 1}.xml.rels`,
      relations(relation('layout', 'slideLayout', '../slideLayouts/slideLayout1.xml'), ...own),
    ],
  ]);
  return packageOf('ppt/presentation.xml', PPTX, {
    'ppt/presentation.xml': `<p:presentation xmlns:r="r"><p:sldIdLst>${slides
      .map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index + 1}"/>`)
      .join('')}</p:sldIdLst><p:sldSz cx="1000" cy="500"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      ...slides.map((_, index) => relation(`s${index + 1}`, 'slide', `slides/slide${index + 1}.xml`)),
      ...related,
    ),
    'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout>${tree(layout)}</p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations(
      relation('m', 'slideMaster', '../slideMasters/slideMaster1.xml'),
    ),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster>${master.startsWith('<p:cSld') ? master : tree(master)}</p:sldMaster>`,
    ...Object.fromEntries(slideParts),
    ...parts,
  });
}

/** A shape of a slide: paragraphs of text, its place `x,y,width,height`, what it is a placeholder for. */
export function shape(
  paragraphs: readonly string[],
  {
    place,
    placeholder,
    style = '',
    attributes = '',
  }: { place?: string; placeholder?: string; style?: string; attributes?: string } = {},
): string {
  const [x, y, width, height] = place?.split(',') ?? [];
  const transform =
    place === undefined ? '' : `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" ${attributes}/><p:nvPr>${placeholder === undefined ? '' : `<p:ph ${placeholder}/>`}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${transform}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${style}</a:lstStyle>${paragraphs
      .map((text) => (text.startsWith('<a:p>') ? text : `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`))
      .join('')}</p:txBody></p:sp>`
  );
}

/** Kind, level and text of all blocks, as `heading1:Title`. */
export const blocksOf = (reading: {
  readonly text: string;
  readonly pages: readonly {
    readonly blocks: readonly { kind: string; level?: number; start: number; end: number }[];
  }[];
}): string[] =>
  reading.pages.flatMap(({ blocks }) =>
    blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}:${reading.text.slice(start, end)}`),
  );
