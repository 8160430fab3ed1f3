import { describe, expect, it } from 'vitest';
import { docxOf, inputOf, p, XLSX } from '../ooxml/ooxml.builder.js';
import { BINARY_WORKBOOK_TYPE, PRESENTATION_TYPES, SPREADSHEET_TYPES, WORD_TYPES } from '../ooxml/media-types.js';
import { zipOf } from '../zip/zip.builder.js';
import { readDocument } from './read-document.js';
import { isReadable } from './registry.js';

describe('Office files', () => {
  it.each([...WORD_TYPES, ...PRESENTATION_TYPES, ...SPREADSHEET_TYPES])('%s can be read', (type) =>
    expect(isReadable(type)).toBe(true),
  );
  it.each(['application/zip', XLSX])('are read as what they are, when taken for %s', async (type) =>
    expect(await readDocument(inputOf(docxOf(p('text')), type))).toMatchObject({
      mediaType: WORD_TYPES[0],
      text: 'text',
    }),
  );
  it('with a password say so', async () =>
    await expect(readDocument(inputOf(new Uint8Array(9), 'application/x-ole-encrypted'))).rejects.toMatchObject({
      code: 'encrypted_document',
    }));
  it.each(['application/zip', XLSX, BINARY_WORKBOOK_TYPE])('in binary are refused, when taken for %s', async (type) => {
    const types =
      '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>';
    const bytes = zipOf({ '[Content_Types].xml': types, 'xl/workbook.bin': 'x' });
    await expect(readDocument(inputOf(bytes, type))).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });
});
