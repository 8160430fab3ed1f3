import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { TypeMemory } from '../classification/index.js';
import { type DocumentRecord, SchemaChoice } from '../documents/index.js';
import { SchemasService } from '../schemas/index.js';
import { LessonsRepository } from './data/lessons.repository.js';

/** What uploads have to know of schemas. */
@Injectable()
export class TenantSchemaChoice extends SchemaChoice {
  constructor(
    private readonly schemas: SchemasService,
    private readonly lessons: LessonsRepository,
    private readonly types: TypeMemory,
  ) {
    super();
  }

  async check(schemaId: string): Promise<void> {
    await this.schemas.require(schemaId);
  }

  async unchangedFor(tx: Transaction, { id, options, type, createdAt }: DocumentRecord): Promise<boolean> {
    // It may be of another type by now.
    if (options.type === undefined && (await this.types.changedSince(tx, id, createdAt))) return false;
    if (await this.schemas.changedSince(tx, createdAt, options.schemaId ?? null, type)) return false;
    // What was taught meanwhile may read it better.
    const schemaId = options.schemaId ?? (await this.schemas.forType(type, tx)).id;
    return !(await this.lessons.taughtSince(tx, schemaId, createdAt));
  }
}
