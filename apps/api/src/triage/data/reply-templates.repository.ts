import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { ReplyTemplate, TemplateContent } from '../domain/replies/template.js';

interface Row extends TemplateContent {
  readonly id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const templateOf = ({ created_at: createdAt, updated_at: updatedAt, ...row }: Row): ReplyTemplate => ({
  ...row,
  createdAt,
  updatedAt,
});

const COLUMNS = 'id, name, language, categories, types, text, created_at, updated_at';

const valuesOf = ({ name, language, categories, types, text }: TemplateContent) => [
  name,
  language,
  JSON.stringify(categories),
  JSON.stringify(types),
  text,
];

/** Templates of replies. Names are unique in a tenant. */
@Injectable()
export class ReplyTemplatesRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** All of the tenant's: they are few. */
  async all(): Promise<readonly ReplyTemplate[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM reply_templates WHERE tenant_id = $1 ORDER BY name`,
      [tenantContext().tenantId],
    );
    return rows.map(templateOf);
  }

  /** The newest first. */
  async list(limit: number, before: string | null): Promise<ReplyTemplate[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM reply_templates WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
      [limit, before],
    );
    return rows.map(templateOf);
  }

  /** Null where a template has the name already, or where there are as many as there may be. */
  async insert(content: TemplateContent, most: number): Promise<ReplyTemplate | null> {
    const { tenantId, userId } = tenantContext();
    const row = await this.database.one<Row>(
      `INSERT INTO reply_templates (tenant_id, id, created_by, name, language, categories, types, text)
       SELECT $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8
        WHERE (SELECT count(*) FROM reply_templates WHERE tenant_id = $1) < $9
       ON CONFLICT (tenant_id, name) DO NOTHING RETURNING ${COLUMNS}`,
      [tenantId, newUuid(), userId, ...valuesOf(content), most],
    );
    return row && templateOf(row);
  }

  /** Nobody else changes it until the end of the transaction. */
  async lock(tx: Transaction, id: string): Promise<ReplyTemplate | null> {
    const row = await tx.one<Row>(`SELECT ${COLUMNS} FROM reply_templates WHERE id = $1 FOR UPDATE`, [id]);
    return row && templateOf(row);
  }

  /** Null where another template has the name. */
  async update(tx: Transaction, id: string, content: TemplateContent): Promise<ReplyTemplate | null> {
    const row = await tx.one<Row>(
      `UPDATE reply_templates SET name = $2, language = $3, categories = $4::jsonb, types = $5::jsonb, text = $6,
              updated_at = clock_timestamp()
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM reply_templates o WHERE o.tenant_id = $7 AND o.name = $2 AND o.id <> $1)
        RETURNING ${COLUMNS}`,
      [id, ...valuesOf(content), tenantContext().tenantId],
    );
    return row && templateOf(row);
  }

  async delete(id: string): Promise<boolean> {
    return (await this.database.query('DELETE FROM reply_templates WHERE id = $1', [id])).count > 0;
  }
}
