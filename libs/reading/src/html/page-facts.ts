import { type HtmlAttributes } from './attributes.js';
import { decodeEntities } from './entities.js';

/** Names of `meta` elements, and the keys under which a reading has them. */
const META: Readonly<Record<string, string>> = {
  author: 'author',
  'article:author': 'author',
  'dc.creator': 'author',
  'dcterms.creator': 'author',
  description: 'description',
  'og:description': 'description',
  'dc.description': 'description',
  keywords: 'keywords',
  generator: 'creator',
  date: 'creationDate',
  'article:published_time': 'creationDate',
  'dc.date': 'creationDate',
  'dcterms.created': 'creationDate',
  datepublished: 'creationDate',
  'last-modified': 'modDate',
  'article:modified_time': 'modDate',
  'dcterms.modified': 'modDate',
  'content-language': 'language',
  'dc.language': 'language',
  publisher: 'publisher',
  'dc.publisher': 'publisher',
  'og:site_name': 'publisher',
  'og:title': 'ogTitle',
  'og:type': 'ogType',
  'og:url': 'url',
  copyright: 'rights',
  'dc.rights': 'rights',
};
const MAX_VALUE = 2000;
/** Structured data for search engines; larger ones repeat the page. */
const MAX_JSON_LD = 4000;

/** Collects what a page says of itself: title, `meta`, language. The first value of a key stays. */
export class PageFacts {
  private readonly facts = new Map<string, string>();

  get title(): string | null {
    return this.facts.get('title') ?? null;
  }

  get all(): Record<string, string> {
    return Object.fromEntries(this.facts);
  }

  setTitle(raw: string): void {
    this.add('title', decodeEntities(raw));
  }

  meta(attributes: HtmlAttributes): void {
    const name = attributes['name'] ?? attributes['property'] ?? attributes['http-equiv'] ?? attributes['itemprop'];
    const known = name?.trim().toLowerCase() ?? '';
    const key = Object.hasOwn(META, known) ? META[known] : undefined;
    if (key !== undefined) this.add(key, attributes['content'] ?? '');
  }

  language(value: string | undefined): void {
    this.add('language', value ?? '');
  }

  script(attributes: HtmlAttributes, content: string): void {
    if (/^application\/ld\+json/i.test(attributes['type']?.trim() ?? '') && content.length <= MAX_JSON_LD)
      this.add('jsonLd', content);
  }

  private add(key: string, value: string): void {
    const text = value
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, key === 'jsonLd' ? MAX_JSON_LD : MAX_VALUE);
    if (text !== '' && !this.facts.has(key)) this.facts.set(key, text);
  }
}
