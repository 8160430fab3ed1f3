import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, SchemaChoice } from '../documents/index.js';
import { SchemasService } from '../schemas/index.js';

/** What uploads have to know of schemas. */
@Injectable()
export class TenantSchemaChoice extends SchemaChoice {
  constructor(private readonly schemas: SchemasService) {
    super();
  }

  async check(schemaId: string): Promise<void> {
    await this.schemas.require(schemaId);
  }

  async unchangedFor(tx: Transaction, { options, type, createdAt }: DocumentRecord): Promise<boolean> {
    return !(await this.schemas.changedSince(tx, createdAt, options.schemaId ?? null, type));
  }
}
