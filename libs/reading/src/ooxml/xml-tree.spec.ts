import { describe, expect, it } from 'vitest';
import {
  alternatives,
  attr,
  childOf,
  descendantsOf,
  isOn,
  readElements,
  readTree,
  relationAttr,
  textOf,
  type XmlNode,
} from './xml-tree.js';

const treeOf = (xml: string): XmlNode => readTree(Buffer.from(xml))!;

async function* chunks(xml: string, size: number) {
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a tree of XML', () => {
  it('has names without prefixes, attributes and text', () => {
    const tree = treeOf('<w:a xmlns:w="x"><w:b w:val="1" id="2" r:id="3">one &amp; <w:i>two</w:i></w:b></w:a>');
    const b = childOf(tree, 'b');
    expect([tree.name, attr(b, 'val'), attr(b, 'id'), relationAttr(b, 'id'), textOf(tree)]).toEqual([
      'a',
      '1',
      '2',
      '3',
      'one & two',
    ]);
    expect(descendantsOf(tree, 'i')).toHaveLength(1);
  });
  it('never expands entities that a document declares', () =>
    expect(
      textOf(treeOf('<!DOCTYPE a [<!ENTITY e "secret"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&e;&f;</a>')),
    ).not.toMatch(/secret|root:/));
  it('is bounded in depth', () =>
    expect(() => treeOf('<a>'.repeat(700))).toThrow(expect.objectContaining({ code: 'corrupt_document' })));
  it('is bounded in elements', () => {
    const xml = Buffer.from(`<a>${'<b/>'.repeat(9)}</a>`);
    expect(readTree(xml, 10)?.children).toHaveLength(9);
    expect(() => readTree(xml, 9)).toThrow(expect.objectContaining({ code: 'archive_too_large' }));
  });
  it.each([
    ['<b/>', true],
    ['<b val="0"/>', false],
    ['<b val="off"/>', false],
    ['<b val="true"/>', true],
    ['', false],
  ])('%s is on: %s', (xml, expected) => expect(isOn(childOf(treeOf(`<a>${xml}</a>`), 'b'))).toBe(expected));
});

describe('reading element by element', () => {
  const xml = '<r><sheetData><row n="1"><c>a</c></row><row n="2"><c>b</c></row></sheetData><tail><row/></tail></r>';
  it.each([1, 7, 1000])('gives what is inside the containers, pieces of %i bytes', async (size) => {
    const seen: string[] = [];
    await readElements(chunks(xml, size), new Set(['sheetData']), (node) => {
      seen.push(`${node.name}:${textOf(node)}`);
    });
    expect(seen).toEqual(['row:a', 'row:b', 'tail:']);
  });
  it('stops when told', async () => {
    const seen: string[] = [];
    await readElements(chunks(xml, 10), new Set(['sheetData']), ({ name }) => seen.push(name) < 1);
    expect(seen).toEqual(['row']);
  });
});

describe('alternate content', () => {
  const both = '<AlternateContent><Choice Requires="wps"><x/></Choice><Fallback><y/></Fallback></AlternateContent>';
  it.each([
    [both, ['x']],
    ['<AlternateContent><Fallback><y/></Fallback></AlternateContent>', ['y']],
    [`<AlternateContent><Choice>${both}</Choice></AlternateContent>`, ['x']],
    ['<AlternateContent><Choice/><Fallback><y/></Fallback></AlternateContent>', ['y']],
    ['<z/>', ['z']],
  ])('%s', (xml, expected) => expect(alternatives(treeOf(xml)).map(({ name }) => name)).toEqual(expected));
});
