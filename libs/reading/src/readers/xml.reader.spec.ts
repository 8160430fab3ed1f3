import { describe, expect, it } from 'vitest';
import { testLimits } from './limits.builder.js';
import { xmlReader } from './xml.reader.js';

const read = (source: string | Uint8Array) =>
  xmlReader.read({ bytes: Buffer.from(source as Uint8Array), mediaType: 'application/xml', limits: testLimits() });

describe('xmlReader', () => {
  it('shows data without tags and says what it is', async () => {
    const { text, metadata } = await read(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "no">]><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><IssueDate>2024-05-01</IssueDate><Note>&e; &amp; more</Note></Invoice>',
    );
    expect(text).toBe('Invoice\n\nIssue Date: 2024-05-01\nNote: &e; & more');
    expect(metadata).toEqual({
      xmlFormat: 'ubl-invoice',
      root: 'Invoice',
      namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    });
  });

  it.each([
    ['the declared encoding', Buffer.from('<?xml version="1.0" encoding="iso-8859-2"?><a>\xb1</a>', 'latin1'), 'a: ą'],
    ['UTF-16', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>ą</a>', 'utf16le'), 'a: ą'],
    ['no element at all', 'only words', 'only words'],
    [
      'programs',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    ],
    ['XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>T</h1><p>text</p></body></html>', 'T\n\ntext'],
    [
      'a feed',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>One</title></entry></feed>',
      'News\n\nOne',
    ],
    ['a text', '<doc><p>Some words</p><p>that go on</p></doc>', 'Some words\n\nthat go on'],
  ])('%s', async (_, source, text) => expect((await read(source)).text).toBe(text));

  it('hands out the files inside', async () => {
    const content = Buffer.from('%PDF-1.4 '.repeat(40)).toString('base64');
    const { children, text } = await read(`<a><id>1</id><file filename="x.pdf">${content}</file></a>`);
    expect(children.map(({ name, mediaType, role }) => [name, mediaType, role])).toEqual([
      ['x.pdf', 'application/pdf', 'embedded'],
    ]);
    expect(text).toBe('a\n\nid: 1\nfile: x.pdf');
  });

  it('keeps what is no sane document as it is written', async () => {
    const source = '<a></b>'.repeat(5000);
    expect((await read(source)).text).toBe(source);
  });
});
