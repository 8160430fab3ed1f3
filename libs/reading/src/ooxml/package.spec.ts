import { describe, expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { ZipArchive } from '../zip/zip-archive.js';
import { zipOf } from '../zip/zip.builder.js';
import { OoxmlPackage, ooxmlMediaTypeOf, resolvePart } from './package.js';

const LIMITS = testLimits();
const typesOf = (...contentTypes: readonly string[]) =>
  `<Types>${contentTypes.map((type, index) => `<Override PartName="/p${index}" ContentType="${type}"/>`).join('')}</Types>`;
const open = (parts: Record<string, string>) => OoxmlPackage.open(zipOf(parts), LIMITS);
const mediaTypeOf = async (types: string | null) =>
  ooxmlMediaTypeOf(
    await ZipArchive.open(zipOf({ a: 'x', ...(types === null ? {} : { '[Content_Types].xml': types }) }), {
      maxEntries: 9,
      maxBytes: 1e6,
    }),
  );

describe('the media type of a package', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  it.each([
    [`${word}.main+xml`, word],
    ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'application/vnd.ms-excel.sheet.macroenabled.12'],
    [
      'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
      'application/vnd.ms-word.template.macroenabled.12',
    ],
    [
      'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
      'application/vnd.ms-excel.sheet.binary.macroenabled.12',
    ],
    ['application/vnd.ms-visio.drawing.main+xml', 'application/vnd.visio'],
    ['application/vnd.openxmlformats-officedocument.theme+xml', null],
  ])('is told by the main part %s', async (contentType, expected) =>
    expect(await mediaTypeOf(typesOf('application/xml', contentType))).toBe(expected),
  );
  it('is not known without a list of content types', async () => expect(await mediaTypeOf(null)).toBeNull());
});

describe('references between parts', () => {
  it.each([
    ['word/document.xml', 'media/image1.png', 'word/media/image1.png'],
    ['ppt/slides/slide1.xml', '../media/a%20b.png', 'ppt/media/a b.png'],
    ['xl/workbook.xml', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['', 'word\\document.xml', 'word/document.xml'],
    ['a/b.xml', '../../../c.xml#x', 'c.xml'],
    ['a/b.xml', '%E0%A4%A', 'a/%E0%A4%A'],
  ])('from %s to %s', (from, reference, expected) => expect(resolvePart(from, reference)).toBe(expected));

  it('are told by the last piece of their type, in strict files too', async () => {
    const opened = await open({
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/oleObject" Target="../X/A.bin"/>' +
        '<Relationship Id="r2" Type="http://x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
      'x/a.bin': 'content',
    });
    expect(await opened.relationshipsOf('word/document.xml')).toEqual([
      { id: 'r1', type: 'oleobject', target: 'X/A.bin', isExternal: false },
      { id: 'r2', type: 'hyperlink', target: 'https://example.org/', isExternal: true },
    ]);
    expect(await opened.targetOf('word/document.xml', 'r1')).toBe('X/A.bin');
    expect(await opened.targetOf('word/document.xml', 'r2')).toBeUndefined();
    expect(Buffer.from((await opened.bytes('X/A.bin'))!).toString()).toBe('content');
  });
});

describe('the main part', () => {
  const types = typesOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
  it.each([
    [
      'what the package says',
      { '_rels/.rels': '<R><Relationship Type="a/officeDocument" Target="/main.xml"/></R>', 'main.xml': 'x' },
      'main.xml',
    ],
    ['what its content type says', { '[Content_Types].xml': types, p0: 'x' }, 'p0'],
    ['the usual one', { 'word/document.xml': 'x' }, 'word/document.xml'],
  ])('is %s', async (_, parts, expected) =>
    expect(await (await open(parts)).mainPart('word/document.xml')).toBe(expected),
  );
  it('must be there', async () =>
    await expect((await open({ a: 'x' })).mainPart('word/document.xml')).rejects.toMatchObject({
      code: 'corrupt_document',
    }));
});
