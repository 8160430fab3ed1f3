import type { ModelAnswer } from '@app/llm';
import { type PackedReading, unpackReading } from '@model/reading';
import type { Ask } from '@app/threads';
import type { Curves } from '../quality/index.js';
import { calibratorOf } from '../quality/model.js';
import type { FieldSpec } from '../schemas/index.js';
import type { LessonDraft } from './data/lessons.repository.js';
import {
  concludeFields,
  decodeTable,
  type EmbeddedFile,
  type ExtractionInput,
  findFields,
  type Findings,
  type Ranker,
  withLearned,
  withTables,
} from '../fields/index.js';
import { lessonsOf } from './learning/lessons-of.js';
import { bodyReading } from './mail/mail-body.js';
import type { AskedFields } from './model/ask-fields.js';
import { type Advised, decideFields } from './model/decide-fields.js';
import type { FieldAnswers } from './model/field-question.js';
import { schemaOfText } from './schema-text.js';

/** A document whose fields are to be looked for. All of it can be sent to a thread. */
interface ToRead extends Omit<ExtractionInput, 'reading' | 'embedded' | 'schema'> {
  readonly reading: PackedReading;
  /** As `textOfSchema` writes it. */
  readonly schema: string;
}

export interface ReadTask extends ToRead {
  readonly kind: 'read';
  readonly embedded: readonly EmbeddedFile[];
  /** What was learned, by field. */
  readonly rankers: ReadonlyMap<string, Ranker>;
  /** What solved documents have shown of lists, by field. */
  readonly tables: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly threshold: number;
  /** Tokens that models may take for it before the rest of its lists is left unread. */
  readonly tokens: number;
  readonly corrections: Curves;
}

/** The right values of a document, as they are to be learned from. */
export interface LessonsTask extends ToRead {
  readonly kind: 'lessons';
  readonly specs: readonly FieldSpec[];
  readonly values: Readonly<Record<string, string>>;
}

export type FieldsTask = ReadTask | LessonsTask;
export type FieldsOutcome = Advised | readonly LessonDraft[];

async function findingsOf({
  reading,
  schema,
  ...input
}: ToRead & { embedded?: readonly EmbeddedFile[] }): Promise<Findings> {
  const whole = await unpackReading(reading);
  return findFields({
    ...input,
    schema: schemaOfText(schema),
    reading: whole.email ? bodyReading(whole, whole.email) : whole,
  });
}

const tablesOf = (tables: ReadTask['tables']) =>
  new Map([...tables].map(([field, lessons]) => [field, lessons.map(decodeTable)] as const));

/** Reads the fields of a document, or what its right values teach. Asks for the fields that it is not sure of. */
export async function computeFields(
  task: FieldsTask,
  ask: Ask<AskedFields, ModelAnswer<FieldAnswers>>,
): Promise<FieldsOutcome> {
  const found = await findingsOf(task);
  if (task.kind === 'lessons') return lessonsOf(found, task.specs, task.values);
  const { rankers, tables, threshold, tokens } = task;
  const listed = tables.size === 0 ? found : withTables(found, tablesOf(tables));
  const findings = rankers.size === 0 ? listed : withLearned(listed, concludeFields(listed).fields, rankers);
  return decideFields(findings, { threshold, tokens, calibrator: calibratorOf(task.corrections), ask });
}
