import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * Industries and categories that tenants make, and what they have confirmed about the types of documents. A memory is found by its
 * keys: documents that are much alike share some of them. Equality in a b-tree, and not an index over arrays, because only operators
 * that leak nothing may use an index ahead of the policies.
 */
export const ownTypesMigration: Migration = {
  id: '0023-own-types',
  sql: `
CREATE TABLE own_industries (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  id           text NOT NULL,
  name         text NOT NULL,
  description  text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
${tenantTable('own_industries', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE own_categories (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  id           text NOT NULL,
  -- Built in, or of own_industries.
  industry     text NOT NULL,
  name         text NOT NULL,
  description  text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
${tenantTable('own_categories', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE own_type_changes (
  tenant_id   uuid PRIMARY KEY REFERENCES tenants (id),
  revision    bigint NOT NULL DEFAULT 1,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
${tenantTable('own_type_changes', { app: 'SELECT, INSERT, UPDATE' })}

CREATE TABLE type_memories (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  id           uuid NOT NULL,
  type         text NOT NULL,
  source       text NOT NULL,
  -- Null for an example that is a text and no document.
  document_id  uuid,
  -- What the local engine says of it.
  local_type   text NOT NULL,
  -- Hashes; see Fingerprint.
  words        int[] NOT NULL,
  template     int[] NOT NULL,
  heads        int[] NOT NULL,
  -- Stems of its words, for the tenant's own categories only.
  terms        text[],
  version      int NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by   uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX type_memories_examples ON type_memories (tenant_id, type, created_at) WHERE terms IS NOT NULL;
CREATE INDEX type_memories_type ON type_memories (tenant_id, type);
${tenantTable('type_memories', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE type_memory_keys (
  tenant_id  uuid NOT NULL,
  key        int NOT NULL,
  memory_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, key, memory_id),
  FOREIGN KEY (tenant_id, memory_id) REFERENCES type_memories (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX type_memory_keys_memory ON type_memory_keys (tenant_id, memory_id);
${tenantTable('type_memory_keys', { app: 'SELECT, INSERT, DELETE' })}
`,
};
