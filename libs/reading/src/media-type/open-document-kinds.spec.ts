import { describe, expect, it } from 'vitest';
import { zipOf } from '../zip/zip.builder.js';
import { sniffMediaType } from './sniff.js';

const OASIS = 'application/vnd.oasis.opendocument.';
const packageOf = (mediaType: string): Uint8Array =>
  zipOf([
    { name: 'mimetype', content: mediaType, isStored: true },
    { name: 'content.xml', content: '<x/>' },
  ]);

describe('OpenDocument is told', () => {
  it.each([`${OASIS}text`, `${OASIS}formula`, `${OASIS}text-master`, 'application/vnd.sun.xml.writer'])(
    'in a package: %s',
    async (kind) => expect(await sniffMediaType(packageOf(kind))).toBe(kind),
  );
  it.each([
    [
      `<?xml version="1.0"?><office:document xmlns:office="x" office:version="1.2" office:mimetype="${OASIS}spreadsheet">`,
      `${OASIS}spreadsheet-flat-xml`,
    ],
    [`<?xml version="1.0"?>\n<office:document office:mimetype='${OASIS}text-template'>`, `${OASIS}text-flat-xml`],
    ['<?xml version="1.0"?><office:document-content xmlns:office="x">', `${OASIS}text-flat-xml`],
    ['<?xml version="1.0"?><other>office:document-content</other>', 'application/xml'],
  ])('as flat XML', async (xml, kind) => expect(await sniffMediaType(Buffer.from(xml))).toBe(kind));
  it('where another ZIP file is not one', async () =>
    expect(await sniffMediaType(zipOf({ 'a.txt': 'x' }))).toBe('application/zip'));
});
