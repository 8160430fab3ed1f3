import { type PackedReading, unpackReading } from '@model/reading';
import { detectLanguage, searchTerms } from '@app/text';
import { type ChunkSpan, chunkText } from './domain/chunker.js';

export interface ChunksTask {
  readonly reading: PackedReading;
  /** ISO 639-1, where it is known. */
  readonly language: string | undefined;
}

/** A chunk as it is searched for; its text is `reading.text.slice(start, end)`. */
export interface Chunk extends ChunkSpan {
  readonly language: string;
  /** Parted by spaces: one string goes from thread to thread, and to Postgres, several times faster than a list. */
  readonly terms: string;
}

/** What comes after so many chunks (about ten million characters) is not searchable. */
const MOST_CHUNKS = 10_000;
const LANGUAGE_SAMPLE = 1_000;

/** The chunks of a document, with the terms that they are found by. */
export async function chunksOf({ reading: packed, language }: ChunksTask): Promise<Chunk[]> {
  const { text, pages } = await unpackReading(packed);
  const main = language ?? detectLanguage(text.slice(0, LANGUAGE_SAMPLE)).code;
  return chunkText(text, pages, main)
    .slice(0, MOST_CHUNKS)
    .map((span) => chunkOf(text, span, main));
}

/** Documents may change their language from page to page; a chunk that is sure of its own is stemmed by it. */
function chunkOf(whole: string, span: ChunkSpan, main: string): Chunk {
  const text = whole.slice(span.start, span.end);
  const guess = detectLanguage(text.slice(0, LANGUAGE_SAMPLE));
  const language = guess.confidence >= 0.9 && text.length >= 100 && guess.code !== 'und' ? guess.code : main;
  return { ...span, language, terms: searchTerms(text, language).join(' ') };
}
