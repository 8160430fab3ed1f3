import { testLimits } from '../readers/limits.builder.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { zipOf } from '../zip/zip.builder.js';

const NAMESPACES = [
  'office',
  'style',
  'text',
  'table',
  'draw',
  'presentation',
  'svg',
  'xlink',
  'dc',
  'meta',
  'form',
  'fo',
  'number',
]
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

/** A whole part of a package: `office:document-content` and the like. */
export const partOf = (kind: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-${kind} ${NAMESPACES}>${inside}</office:document-${kind}>`;

export interface OdfFixture {
  /** Of the automatic styles in `content.xml`. */
  readonly automatic?: string;
  /** Of the part `styles.xml`. */
  readonly styles?: string;
  readonly meta?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A package for tests whose `office:body` holds `content`. */
export function odfInput(kind: string, content: string, fixture: OdfFixture = {}, limits = testLimits()): ReadInput {
  const { automatic = '', styles, meta, files = {} } = fixture;
  const mediaType = `application/vnd.oasis.opendocument.${kind}`;
  const body = `<office:automatic-styles>${automatic}</office:automatic-styles><office:body>${content}</office:body>`;
  const bytes = zipOf({
    mimetype: mediaType,
    'content.xml': partOf('content', body),
    ...(styles === undefined ? {} : { 'styles.xml': partOf('styles', styles) }),
    ...(meta === undefined ? {} : { 'meta.xml': partOf('meta', `<office:meta>${meta}</office:meta>`) }),
    ...files,
  });
  return { bytes, mediaType, limits };
}

/** A paragraph. */
export const p = (text: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:p>`;

/** The blocks of each page as lines. */
export const shown = ({ text, pages }: Reading): string[][] =>
  pages.map(({ blocks }) =>
    blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''} ${text.slice(start, end)}`),
  );
