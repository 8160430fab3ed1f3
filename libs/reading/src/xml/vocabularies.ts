import type { XmlDocument } from './xml-tree.js';

/**
 * How a vocabulary reads best. `data`: names and values, what business systems exchange. `prose`: texts whose elements only
 * say what a piece is (title, paragraph). `feed`: news. `program`: what only machines and programmers read, kept as written.
 * `page`: what HTML's reader reads.
 */
export type XmlStyle = 'data' | 'prose' | 'feed' | 'program' | 'page';

export interface Vocabulary {
  /** As metadata calls it: `ubl-invoice`, `cii`, `docbook`. */
  readonly format: string;
  readonly style: XmlStyle;
}

type Rule = readonly [namespace: RegExp, format: string, style: XmlStyle];

/** By the namespace of the root element. */
const BY_NAMESPACE: readonly Rule[] = [
  [/^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:/, 'cii', 'data'],
  [/^urn:ferd:CrossIndustryDocument:/, 'cii', 'data'],
  [/^urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:/, 'cio', 'data'],
  [/^http:\/\/(?:ivaservizi|www)\.(?:agenziaentrate|fatturapa)\.gov\.it\//, 'fatturapa', 'data'],
  [/^http:\/\/www\.facturae\.(?:es|gob\.es)\//i, 'facturae', 'data'],
  [/^http:\/\/www\.ebinterface\.at\//, 'ebinterface', 'data'],
  [/^http:\/\/www\.xbrl\.org\/20\d\d\/instance/, 'xbrl', 'data'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml$/, 'xhtml', 'page'],
  [/^http:\/\/www\.w3\.org\/2000\/svg$/, 'svg', 'prose'],
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, 'atom', 'feed'],
  [/^http:\/\/purl\.org\/atom\//, 'atom', 'feed'],
  [/^http:\/\/docbook\.org\/ns\/docbook$/, 'docbook', 'prose'],
  [/^http:\/\/www\.tei-c\.org\/ns\/1\.0$/, 'tei', 'prose'],
  [/^http:\/\/www\.gribuser\.ru\/xml\/fictionbook\//, 'fictionbook', 'prose'],
  [/^http:\/\/schemas\.microsoft\.com\/office\/word\/2003\/wordml$/, 'wordml', 'prose'],
  [/^http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage$/, 'flat-opc', 'prose'],
  [/^urn:oasis:names:tc:opendocument:xmlns:office:1\.0$/, 'flat-odf', 'prose'],
  [/^urn:schemas-microsoft-com:office:spreadsheet$/, 'spreadsheetml', 'prose'],
  [/^http:\/\/www\.w3\.org\/1999\/XSL\/Transform$/, 'xslt', 'program'],
  [/^http:\/\/www\.w3\.org\/2001\/XMLSchema$/, 'xsd', 'program'],
  [/^http:\/\/schemas\.xmlsoap\.org\/wsdl\/$/, 'wsdl', 'program'],
  [/^http:\/\/maven\.apache\.org\/POM\//, 'maven', 'program'],
  [/^http:\/\/www\.w3\.org\/1998\/Math\/MathML$/, 'mathml', 'prose'],
];

/** By the name of the root element, where it has no namespace that is known. */
const BY_ROOT: ReadonlyMap<string, Vocabulary> = new Map<string, Vocabulary>([
  ['CrossIndustryInvoice', { format: 'cii', style: 'data' }],
  ['CrossIndustryDocument', { format: 'cii', style: 'data' }],
  ['FatturaElettronica', { format: 'fatturapa', style: 'data' }],
  ['Facturae', { format: 'facturae', style: 'data' }],
  ['cXML', { format: 'cxml', style: 'data' }],
  ['xbrl', { format: 'xbrl', style: 'data' }],
  ['rss', { format: 'rss', style: 'feed' }],
  ['RDF', { format: 'rdf', style: 'data' }],
  ['html', { format: 'xhtml', style: 'page' }],
  ['svg', { format: 'svg', style: 'prose' }],
  ['plist', { format: 'plist', style: 'data' }],
  ['book', { format: 'docbook', style: 'prose' }],
  ['chapter', { format: 'docbook', style: 'prose' }],
  ['article', { format: 'docbook', style: 'prose' }],
  ['TEI', { format: 'tei', style: 'prose' }],
  ['FictionBook', { format: 'fictionbook', style: 'prose' }],
  ['dita', { format: 'dita', style: 'prose' }],
  ['stylesheet', { format: 'xslt', style: 'program' }],
  ['schema', { format: 'xsd', style: 'program' }],
]);

/** ISO/IEC 19845: the document's kind is a part of the namespace. */
const UBL = /^urn:oasis:names:specification:ubl:schema:xsd:(\w+)-2/;
/** ISO 20022: `camt.053.001.02` is version 2 of account statements. */
const ISO_20022 = /^urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})/;

const kebab = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();

/** The vocabulary of a document; null where it is none that is known. */
export function vocabularyOf({ root, namespace }: XmlDocument): Vocabulary | null {
  const ubl = UBL.exec(namespace)?.[1];
  if (ubl !== undefined) return { format: `ubl-${kebab(ubl)}`, style: 'data' };
  const bank = ISO_20022.exec(namespace)?.[1];
  if (bank !== undefined) return { format: `iso20022-${bank}`, style: 'data' };
  const [, format, style] = BY_NAMESPACE.find(([pattern]) => pattern.test(namespace)) ?? [];
  if (format !== undefined && style !== undefined) return { format, style };
  const known = BY_ROOT.get(root.name) ?? null;
  return isJats(root) ? { format: 'jats', style: 'prose' } : known;
}

/** Journal articles (JATS and NLM): `article` with a part that DocBook does not have. */
const isJats = (root: XmlDocument['root']): boolean =>
  root.name === 'article' && root.children.some((child) => typeof child !== 'string' && child.name === 'front');
