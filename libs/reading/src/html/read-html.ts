import type { BlockInput } from '../blocks.js';
import { scanHtml } from './scan.js';
import { HtmlWalker } from './walker.js';

/** A page of HTML: what is seen of it as blocks, what is not, and what it says of itself. */
export interface HtmlContent {
  readonly blocks: readonly BlockInput[];
  readonly title: string | null;
  /** Title, author, dates and the like. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
  /** Addresses of embedded files (`data:…`), in order. */
  readonly embedded: readonly string[];
}

/**
 * Reads a page the way a person does: what style or markup hides is kept apart, scripts and styles are dropped, nothing is
 * fetched or run. Takes any input, however broken, in linear time.
 */
export function readHtml(html: string, { isXml = false }: { isXml?: boolean } = {}): HtmlContent {
  const walker = new HtmlWalker(isXml);
  scanHtml(html, walker);
  const blocks = walker.finish();
  const { facts, hidden, embedded } = walker;
  return { blocks, title: facts.title, metadata: facts.all, hidden, embedded };
}
