// A text document, a workbook, slides and a web page, as small as the formats allow (ECMA-376 parts 1 and 2).
import { zipOf } from '../../../libs/reading/src/zip/zip.builder.ts';
import { writer } from './words.mjs';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SLIDE = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const relations = (list) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A package of parts: {path: [content type, XML]}, the first of which is the document itself. */
function office(parts, further = {}) {
  const [main] = Object.keys(parts);
  const types = Object.entries(parts)
    .map(
      ([path, [type]]) =>
        `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('');
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    '_rels/.rels': relations([['officeDocument', main]]),
    ...Object.fromEntries(Object.entries(parts).map(([path, [, xml]]) => [path, XML + xml])),
    ...further,
  });
}

function textDocument(seed) {
  const { heading, paragraph, word, whole } = writer(seed);
  const said = [];
  const say = (text) => (said.push(text), `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`);
  const titled = () => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${say(heading())}</w:p>`;
  const prose = () => `<w:p>${say(paragraph(60))}</w:p>`;
  const cell = () => `<w:tc><w:p>${say(`${word()} ${whole(900)}`)}</w:p></w:tc>`;
  const row = () => `<w:tr>${Array.from({ length: 4 }, cell).join('')}</w:tr>`;
  const table = () => `<w:tbl>${Array.from({ length: 12 }, row).join('')}</w:tbl>`;
  const chapters = Array.from({ length: 12 }, () => titled() + prose() + prose() + table() + prose()).join('');
  const document = `<w:document xmlns:w="${WORD}"><w:body>${chapters}</w:body></w:document>`;
  return {
    bytes: office({ 'word/document.xml': ['wordprocessingml.document.main', document] }),
    text: said.join('\n'),
  };
}

function workbook(seed) {
  const { word, whole } = writer(seed);
  const said = [];
  const cell = (value, at, row) => {
    said.push(String(value));
    const place = `r="${'ABCDE'[at]}${row}"`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const row = (_, index) =>
    `<row r="${index + 1}">${[word(), word(), whole(5_000), whole(90), `${word()} ${word()}`]
      .map((value, at) => cell(value, at, index + 1))
      .join('')}</row>`;
  const names = ['First', 'Second', 'Third'];
  const sheets = names.map(
    () => `<worksheet xmlns="${SHEET}"><sheetData>${Array.from({ length: 300 }, row).join('')}</sheetData></worksheet>`,
  );
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  return {
    bytes: office(
      {
        'xl/workbook.xml': [
          'spreadsheetml.sheet.main',
          `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
        ],
        ...Object.fromEntries(
          sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, ['spreadsheetml.worksheet', xml]]),
        ),
      },
      { 'xl/_rels/workbook.xml.rels': relations(names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`])) },
    ),
    text: said.join('\n'),
  };
}

function slides(seed) {
  const { heading, sentence } = writer(seed);
  const said = [];
  const shape = (id, texts) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${texts
      .map((text) => (said.push(text), `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`))
      .join('')}</p:txBody></p:sp>`;
  const slide = () =>
    `<p:sld xmlns:p="${SLIDE}" xmlns:a="${DRAWING}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shape(2, [heading()])}${shape(3, [sentence(), sentence(), sentence(), sentence()])}</p:spTree></p:cSld></p:sld>`;
  const all = Array.from({ length: 25 }, slide);
  const list = all.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`).join('');
  return {
    bytes: office(
      {
        'ppt/presentation.xml': [
          'presentationml.presentation.main',
          `<p:presentation xmlns:p="${SLIDE}" xmlns:r="${OFFICE}"><p:sldIdLst>${list}</p:sldIdLst></p:presentation>`,
        ],
        ...Object.fromEntries(all.map((xml, at) => [`ppt/slides/slide${at + 1}.xml`, ['presentationml.slide', xml]])),
      },
      { 'ppt/_rels/presentation.xml.rels': relations(all.map((_, at) => ['slide', `slides/slide${at + 1}.xml`])) },
    ),
    text: said.join('\n'),
  };
}

function webPage(seed) {
  const { heading, paragraph, word, whole } = writer(seed);
  const said = [];
  const say = (tag, text) => (said.push(text), `<${tag}>${text}</${tag}>`);
  const row = () => `<tr>${[0, 1, 2].map(() => say('td', `${word()} ${whole(900)}`)).join('')}</tr>`;
  const chapter = () =>
    say('h2', heading()) +
    say('p', paragraph(60)) +
    `<ul>${[0, 1, 2].map(() => say('li', paragraph(12))).join('')}</ul>` +
    `<table>${Array.from({ length: 20 }, row).join('')}</table>`;
  const chapters = Array.from({ length: 20 }, chapter).join('\n');
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p { color: #222 }</style></head><body>${chapters}</body></html>`;
  return { bytes: Buffer.from(html), text: said.join('\n') };
}

const KINDS = {
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', textDocument],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbook],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', slides],
  html: ['text/html', webPage],
};

/** `scale` of each kind. */
export const officeFiles = (scale) =>
  Object.entries(KINDS).flatMap(([kind, [mediaType, make]], at) =>
    Array.from({ length: scale }, (_, index) => ({
      name: `${kind}-${index}.${kind}`,
      family: kind,
      mediaType,
      pages: 1,
      make: async () => make(900 + 20 * at + index),
    })),
  );
