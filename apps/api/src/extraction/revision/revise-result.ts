import { type PackedReading, unpackReading } from '@model/reading';
import { type ExtractionResult, type Findings, findFields } from '../../fields/index.js';
import { schemaOfText } from '../schema-text.js';
import type { Judgement } from './judgements.js';
import { reviseFields, type Revision } from './revise-fields.js';

/** A document that values are looked for in. */
export interface RevisedDocument {
  /** `doc_…` */
  readonly documentId: string;
  readonly reading: PackedReading;
  /** ISO 639-1, where it is known. */
  readonly language: string | undefined;
}

/** A result with what a person says of it. All of it can be sent to a thread. */
export interface RevisionTask {
  readonly result: ExtractionResult;
  readonly judgements: readonly Judgement[];
  /** As `textOfSchema` has it. */
  readonly schema: string;
  readonly runId: string;
  /** The document that was reviewed, and its parts. */
  readonly documents: readonly RevisedDocument[];
}

/** The result as a person corrects it, with the places where their values stand in the documents. */
export async function reviseResult({ result, judgements, documents, ...task }: RevisionTask): Promise<Revision> {
  const schema = schemaOfText(task.schema);
  const findings: Findings[] = [];
  for (const { reading, ...document } of documents)
    findings.push(findFields({ ...document, reading: await unpackReading(reading), schema }));
  return reviseFields(result, judgements, { schema, runId: task.runId, findings });
}
