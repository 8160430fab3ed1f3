/**
 * How a column holds what is sealed.
 *
 * - `text`, `json`, `bytes`: one sealed value, in place of the plain one.
 * - `terms`: a list of words without white space, sealed as one element.
 * - `blind`: a keyed hash in hexadecimal, by which equal values are found. Nobody turns it back.
 */
export type Form = 'text' | 'json' | 'bytes' | 'terms' | 'blind';

export interface ClassifiedColumn {
  readonly form: Form;
  /** What stands in it, for docs/encryption.md. */
  readonly holds: string;
}

export interface ClassifiedTable {
  /** Columns that name a row within its tenant: its primary key. A sealed value opens in this row alone. */
  readonly row: readonly string[];
  readonly columns: Readonly<Record<string, ClassifiedColumn>>;
}

/** The columns whose content is sealed with the data key of its tenant, by table. */
export const CLASSIFIED_TABLES = {
  readings: {
    row: ['id'],
    columns: {
      text: { form: 'text', holds: 'all that was read in a document' },
      model: { form: 'bytes', holds: 'its pages, lines, words and tables' },
    },
  },
  documents: {
    row: ['id'],
    columns: { email: { form: 'json', holds: 'header of an e-mail: correspondents, subject, ids' } },
  },
  runs: {
    row: ['id'],
    columns: { result: { form: 'json', holds: 'fields, types, triage, with values and passages' } },
  },
  chunks: {
    row: ['id'],
    columns: {
      text: { form: 'text', holds: 'passages that are searched' },
      terms: { form: 'terms', holds: 'their words as they are ranked' },
    },
  },
  queries: {
    row: ['id'],
    columns: {
      question: { form: 'text', holds: 'what was asked' },
      filter: { form: 'json', holds: 'where it was looked for' },
      comment: { form: 'text', holds: 'what was said of the answer' },
    },
  },
  query_citations: {
    row: ['query_id', 'ordinal'],
    columns: {
      answer: { form: 'text', holds: 'answers' },
      quote: { form: 'text', holds: 'the passages that they stand in' },
    },
  },
  lessons: {
    row: ['schema_id', 'field', 'document_id'],
    columns: { value: { form: 'text', holds: 'right values of fields' } },
  },
  reviews: {
    row: ['id'],
    columns: { changes: { form: 'json', holds: 'values of fields before and after a review' } },
  },
  golden_documents: {
    row: ['set_id', 'document_id'],
    columns: { fields: { form: 'json', holds: 'right values of fields' } },
  },
  golden_outcomes: {
    row: ['evaluation_id', 'document_id'],
    columns: {
      scores: { form: 'json', holds: 'values that were found and those that are right' },
      baseline: { form: 'json', holds: 'the same of what it is held against' },
    },
  },
  classifier_examples: {
    row: ['classifier_id', 'text_hash'],
    columns: { text: { form: 'text', holds: 'texts that a classifier is trained with' } },
  },
  type_memories: {
    row: ['id'],
    columns: { terms: { form: 'terms', holds: 'words of examples of own categories' } },
  },
  triage_corrections: {
    row: ['id'],
    columns: {
      before: { form: 'json', holds: 'what a triage said' },
      after: { form: 'json', holds: 'what a person said of it' },
      lesson: { form: 'json', holds: 'what the mail had, words as hashes' },
    },
  },
  mails: {
    row: ['document_id'],
    columns: {
      sender: { form: 'blind', holds: 'who wrote: only whether two mails are of the same sender is asked' },
      questions: { form: 'json', holds: 'questions that stand in a mail' },
    },
  },
  llm_batch_requests: {
    row: ['id'],
    columns: { body: { form: 'json', holds: 'requests to models that wait for a batch' } },
  },
  pseudonyms: {
    row: ['token'],
    columns: { value: { form: 'text', holds: 'what stands behind a token' } },
  },
  idempotency_keys: {
    row: ['route', 'key'],
    columns: { response_body: { form: 'json', holds: 'answers to requests, for their repetition' } },
  },
  cache_entries: {
    row: ['key'],
    columns: { value: { form: 'text', holds: 'cached values; in Redis they are the same' } },
  },
} as const satisfies Readonly<Record<string, ClassifiedTable>>;

export type ClassifiedTableName = keyof typeof CLASSIFIED_TABLES;

/** Names of the columns of a table that have one of these forms. */
export type ColumnOf<T extends ClassifiedTableName, F extends Form = Form> = {
  [C in keyof (typeof CLASSIFIED_TABLES)[T]['columns']]: (typeof CLASSIFIED_TABLES)[T]['columns'][C] extends {
    readonly form: F;
  }
    ? C & string
    : never;
}[keyof (typeof CLASSIFIED_TABLES)[T]['columns']];

/** The table's classified columns; null where it has none. */
export const classifiedTable = (table: string): ClassifiedTable | null =>
  (CLASSIFIED_TABLES as Readonly<Record<string, ClassifiedTable | undefined>>)[table] ?? null;
