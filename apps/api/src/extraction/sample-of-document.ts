import { type PackedReading, unpackReading } from '@model/reading';
import { type Sample, sampleOf } from '../fields/index.js';

/** Forms say what they are on their first pages. */
const SAMPLE_PAGES = 4;

/** A document that a schema is drafted from. */
export interface SampledDocument {
  readonly reading: PackedReading;
  /** ISO 639-1; `und` where it is not known. */
  readonly language: string;
}

/** What a document shows of its kind. A page may be a whole sheet or text, and take seconds. */
export async function sampleOfDocument({ reading, language }: SampledDocument): Promise<Sample> {
  const { text, pages } = await unpackReading(reading);
  return sampleOf({ text, pages: pages.slice(0, SAMPLE_PAGES) }, language);
}
