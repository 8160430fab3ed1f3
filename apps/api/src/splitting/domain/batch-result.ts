import type { PageRange } from './page-ranges.js';

/** A document of a batch, in the classification of its file. */
export interface PartView {
  readonly pages: PageRange;
  /** Of the part as a document; absent where it is only proposed. */
  readonly documentId?: string;
  readonly type?: string;
  readonly confidence?: number;
}

/** The classification of a file that was split: what its documents are is said of each part. */
export interface BatchResult {
  readonly industry: 'general';
  readonly type: string;
  readonly confidence: number;
  readonly alternatives: readonly never[];
  readonly reasoning: string;
  readonly origin: { readonly engine: 'local'; readonly model: null; readonly runId: string; readonly forced: boolean };
  readonly parts: readonly PartView[];
}

/** `isByPerson`: nobody here decided anything. `confidence` 0..1 is then 1. */
export function batchResult(
  type: string,
  parts: readonly PartView[],
  said: { readonly runId: string; readonly confidence: number; readonly isByPerson: boolean },
): BatchResult {
  const documents = parts.length === 1 ? 'one document' : `${parts.length} documents`;
  const reasoning = said.isByPerson
    ? `A person split the file into ${documents}.`
    : `The file holds ${documents}: page numbers, letterheads, layout and types begin anew at their first pages.`;
  return {
    industry: 'general',
    type,
    confidence: said.isByPerson ? 1 : said.confidence,
    alternatives: [],
    reasoning,
    origin: { engine: 'local', model: null, runId: said.runId, forced: said.isByPerson },
    parts,
  };
}
