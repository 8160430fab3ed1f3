import { AppError, isAppError, notFound } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentStages } from '../../documents/index.js';
import { type ExtractionSchema, SchemasService } from '../../schemas/index.js';
import { type ExampleRow, type LessonSource, LessonsRepository } from '../data/lessons.repository.js';
import { FieldReader } from '../field-reader.service.js';
import { FEATURES_VERSION, type GivenRow, givenRows, isTeachable, taughtValues } from '../../fields/index.js';

/** A solved document with what it has taught. */
export interface Example extends Omit<ExampleRow, 'fields'> {
  /** Of a list its rows. */
  readonly fields: Readonly<
    Record<string, { readonly value: string | readonly GivenRow[]; readonly learned: boolean }>
  >;
}

/** What became of a value that was taught. */
export type Taught =
  /** The next document is read by it. */
  | 'learned'
  /** It is kept; nothing can be learned, because it does not stand in the document. */
  | 'not-in-document'
  /** It is kept; fields of this type are not learned. */
  | 'not-learned';

/** Solved documents: what tenants teach by examples and corrections. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly schemas: SchemasService,
    private readonly stages: DocumentStages,
    private readonly reader: FieldReader,
  ) {}

  /** Teaches the right values of a document by a schema. Throws `not_found`, `invalid_example`, `not_yet_read`; `unknown_schema` for an archived schema. */
  async teach(
    schemaId: string,
    documentId: string,
    given: Readonly<Record<string, unknown>>,
    source: LessonSource,
  ): Promise<ReadonlyMap<string, Taught>> {
    const schema = await this.schemaOf(schemaId);
    const document = await this.stages.document(documentId);
    const values = taughtValues(schema, given);
    const specs = schema.fields.filter(({ name }) => values[name] !== undefined);
    if (document.readingId === null)
      throw new AppError('not_yet_read', 'conflict', { detail: 'The document has not been read, or could not be.' });
    const drafts = await this.reader.lessons(document, schema, specs, values);
    await this.lessons.replace(schema.id, document.id, { source, version: FEATURES_VERSION, lessons: drafts });
    return new Map(
      drafts.map(({ field, features }, index) => {
        const spec = specs[index];
        const isLearnable = spec !== undefined && (isTeachable(spec) || spec.type === 'list');
        const unlearned = isLearnable ? 'not-in-document' : 'not-learned';
        return [field, features === null ? unlearned : 'learned'] as const;
      }),
    );
  }

  /**
   * Teaches what a person has said of a document's result, as far as it fits the schema as it is now. Empty where nothing can be
   * taught: by a schema that is archived or gone, or a document without a text.
   */
  async teachReviewed(
    schemaId: string,
    documentId: string,
    values: Readonly<Record<string, unknown>>,
  ): Promise<ReadonlyMap<string, Taught>> {
    const shown = await this.schemas.version(schemaId, null);
    const fields = new Set(shown?.fields.map(({ name }) => name));
    const fitting = Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name)));
    if (Object.keys(fitting).length === 0) return new Map();
    try {
      return await this.teach(schemaId, documentId, fitting, 'correction');
    } catch (error) {
      if (isAppError(error) && ['unknown_schema', 'invalid_example', 'not_yet_read'].includes(error.code))
        return new Map();
      throw error;
    }
  }

  /** Forgets what a document has taught of some fields. */
  async forgetFields(schemaId: string, documentId: string, fields: readonly string[]): Promise<void> {
    await this.lessons.remove(schemaId, documentId, fields);
  }

  async list(schemaId: string, limit: number, after: string | null): Promise<Example[]> {
    const { id, fields } = await this.schemaOf(schemaId);
    const lists = new Set(fields.filter(({ type }) => type === 'list').map(({ name }) => name));
    const shown = ([name, { value, learned }]: [string, { value: string; learned: boolean }]) =>
      [name, { value: lists.has(name) ? givenRows(value) : value, learned }] as const;
    const rows = await this.lessons.list(id, limit, after);
    return rows.map((row) => ({ ...row, fields: Object.fromEntries(Object.entries(row.fields).map(shown)) }));
  }

  /** Throws `not_found`, also where the document has taught nothing. */
  async forget(schemaId: string, documentId: string): Promise<void> {
    const { id } = await this.schemaOf(schemaId);
    if (!(await this.lessons.remove(id, documentId))) throw notFound();
  }

  /** A schema that is not there is not found; one that is archived teaches nothing more. */
  private async schemaOf(id: string): Promise<ExtractionSchema> {
    await this.schemas.get(id, null);
    return this.schemas.require(id);
  }
}
