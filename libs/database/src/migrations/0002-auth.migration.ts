import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const authMigration: Migration = {
  id: '0002-auth',
  sql: `
CREATE TABLE users (
  tenant_id        uuid NOT NULL REFERENCES tenants (id),
  id               uuid NOT NULL,
  email            text NOT NULL CHECK (email = lower(email) AND length(email) <= 320),
  password_hash    text NOT NULL,
  role             text NOT NULL CHECK (role IN ('admin', 'analyst', 'viewer')),
  platform_admin   boolean NOT NULL DEFAULT false,
  status           text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  failed_attempts  int NOT NULL DEFAULT 0,
  locked_until     timestamptz,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, email)
);
CREATE INDEX users_email ON users (email);
${tenantTable('users', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, INSERT, UPDATE' })}

CREATE TABLE refresh_tokens (
  tenant_id   uuid NOT NULL,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,
  family_id   uuid NOT NULL,
  token_hash  bytea NOT NULL UNIQUE,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  revoked_at  timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (tenant_id, family_id);
CREATE INDEX refresh_tokens_user ON refresh_tokens (tenant_id, user_id);
${tenantTable('refresh_tokens', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE api_keys (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  public_id     text NOT NULL UNIQUE,
  secret_hash   bytea NOT NULL,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  scopes        text[] NOT NULL DEFAULT '{}',
  role          text NOT NULL CHECK (role IN ('admin', 'analyst', 'viewer')),
  created_by    uuid,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE SET NULL (created_by)
);
${tenantTable('api_keys', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE' })}

CREATE TABLE platform_audit (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor_id    uuid,
  action      text NOT NULL,
  target      text,
  request_id  text,
  created_at  timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON platform_audit TO dossier_system;
`,
};
