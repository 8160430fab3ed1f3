import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type RuntimeConfig } from '@app/config';
import { AppError, newUuid } from '@app/kernel';
import type { StorageConfig } from '@app/storage';
import { AuditKeys, newAuditSecret } from './audit-keys.js';
import type { ComplianceConfig } from './compliance.config.js';

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Of two processes that make the file at once, one wins and both use its secret. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${newUuid()}`;
  try {
    await writeFile(temporary, `${newAuditSecret()}\n`, { mode: 0o600, flag: 'wx' });
    await link(temporary, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}

async function fromFile(path: string, mayCreate: boolean): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  if (!mayCreate)
    throw new AppError('audit_keys_missing', 'invalid', {
      detail: 'In production the secrets of the audit trail have to be given (AUDIT_KEYS).',
    });
  await makeFile(path);
  return readFile(path, 'utf8');
}

/** The keys out of the configuration; outside production out of a file, which is made where it is missing. */
export async function loadAuditKeys(
  { auditKeys }: ComplianceConfig,
  { dataDir }: StorageConfig,
  { environment }: RuntimeConfig,
): Promise<AuditKeys> {
  const path = join(resolve(dataDir), 'keys', 'audit.txt');
  const secrets = auditKeys ?? (await fromFile(path, environment !== 'production'));
  return new AuditKeys(secrets.split(/[,\s]+/).filter((secret) => secret !== ''));
}
