import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, SchemaChoice } from '../documents/index.js';
import { SchemasService } from '../schemas/index.js';
import { LessonsRepository } from './data/lessons.repository.js';

/** What uploads have to know of schemas. */
@Injectable()
export class TenantSchemaChoice extends SchemaChoice {
  constructor(
    private readonly schemas: SchemasService,
    private readonly lessons: LessonsRepository,
  ) {
    super();
  }

  async check(schemaId: string): Promise<void> {
    await this.schemas.require(schemaId);
  }

  async unchangedFor(tx: Transaction, { options, type, createdAt }: DocumentRecord): Promise<boolean> {
    if (await this.schemas.changedSince(tx, createdAt, options.schemaId ?? null, type)) return false;
    // What was taught meanwhile may read it better.
    const schemaId = options.schemaId ?? (await this.schemas.forType(type)).id;
    return !(await this.lessons.taughtSince(tx, schemaId, createdAt));
  }
}
