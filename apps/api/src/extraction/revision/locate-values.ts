import { type PackedReading, unpackReading } from '@model/reading';
import { type Findings, findFields } from '../../fields/index.js';
import { schemaOfText } from '../schema-text.js';
import { type Located, placesIn, type Wanted } from './places.js';

/** A document that values are looked for in. */
export interface RevisedDocument {
  /** `doc_…` */
  readonly documentId: string;
  readonly reading: PackedReading;
  /** ISO 639-1, where it is known. */
  readonly language: string | undefined;
}

/** Values to be found. All of it can be sent to a thread. */
export interface LocatingTask {
  readonly wanted: readonly Wanted[];
  /** As `textOfSchema` has it. */
  readonly schema: string;
  /** The document that was reviewed, and its parts. */
  readonly documents: readonly RevisedDocument[];
}

/** Where values of a person's stand in the documents. */
export async function locateValues({ wanted, documents, ...task }: LocatingTask): Promise<Located> {
  const schema = schemaOfText(task.schema);
  const findings: Findings[] = [];
  for (const { reading, ...document } of documents)
    findings.push(findFields({ ...document, reading: await unpackReading(reading), schema }));
  const places = placesIn(findings);
  return { currency: places.currency, places: wanted.map((one) => places.find(one)) };
}
