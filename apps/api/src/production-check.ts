import { type ConfigDefinition, loadAll, type RuntimeConfig } from '@app/config';
import { AppError } from '@app/kernel';

/** Values by environment variable. */
export type SettingValues = Readonly<Record<string, string | undefined>>;

/** How a value that has to be replaced is written in every example file of this project. */
const PLACEHOLDER = /change[_-]?me/i;
/** Passwords that stand in manuals and images. Lower case. */
const WELL_KNOWN = new Set(['admin', 'dossier', 'example', 'password', 'postgres', 'redis', 'root', 'secret', 'test']);
/** NIST SP 800-63B asks for 15 characters where a password stands alone; the made ones have 32. */
const MIN_SECRET_LENGTH = 15;

/** Why a secret is not one; null where it is. */
function weaknessOf(secret: string): string | null {
  if (secret === '') return 'is empty';
  if (PLACEHOLDER.test(secret)) return 'still has its example value';
  if (WELL_KNOWN.has(secret.toLowerCase())) return 'is a well-known password';
  return secret.length < MIN_SECRET_LENGTH ? `is shorter than ${MIN_SECRET_LENGTH} characters` : null;
}

function passwordOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).password);
  } catch {
    return null;
  }
}

/** What is wrong with the password inside a URL that has to be there. */
function urlProblem(name: string, value: string | undefined): string | null {
  if (value === undefined || value === '') return `${name}: has to be set`;
  const password = passwordOf(value);
  if (password === null) return `${name}: is not a URL`;
  const weakness = weaknessOf(password);
  return weakness && `${name}: its password ${weakness}`;
}

function secretProblem(name: string, value: string | undefined): string | null {
  const weakness = weaknessOf(value ?? '');
  return weakness && `${name}: ${value ? weakness : 'has to be set'}`;
}

/** Master keys that a start makes by itself would be on the same disk as what they protect. */
function encryptionProblem(values: SettingValues): string | null {
  if (values['ENCRYPTION_KMS_URL']) return secretProblem('ENCRYPTION_KMS_TOKEN', values['ENCRYPTION_KMS_TOKEN']);
  return values['ENCRYPTION_KEYS_FILE'] ? null : secretProblem('ENCRYPTION_KEYS', values['ENCRYPTION_KEYS']);
}

function serviceProblems(values: SettingValues): (string | null)[] {
  return [
    urlProblem('REDIS_URL', values['REDIS_URL']),
    secretProblem('METRICS_TOKEN', values['METRICS_TOKEN']),
    values['AUTH_KEYS_FILE'] ? null : 'AUTH_KEYS_FILE: has to be set; production makes no signing keys by itself',
    secretProblem('AUDIT_KEYS', values['AUDIT_KEYS']),
    encryptionProblem(values),
    values['DATABASE_OWNER_URL'] ? 'DATABASE_OWNER_URL: only the role migrate may have it' : null,
    values['INIT_ADMIN_PASSWORD'] ? secretProblem('INIT_ADMIN_PASSWORD', values['INIT_ADMIN_PASSWORD']) : null,
  ];
}

/**
 * Why this configuration must not run in production: secrets that are missing, guessable or left at their example
 * values. Names variables, never values. Empty outside production. `values` has what is set, by environment variable;
 * its `PROCESS_ROLE` decides what is needed.
 */
export function productionProblems(environment: RuntimeConfig['environment'], values: SettingValues): string[] {
  if (environment !== 'production') return [];
  const migrates = values['PROCESS_ROLE'] === 'migrate';
  const specific = [
    urlProblem('DATABASE_URL', values['DATABASE_URL']),
    urlProblem('DATABASE_SYSTEM_URL', values['DATABASE_SYSTEM_URL']),
    ...(migrates ? [urlProblem('DATABASE_OWNER_URL', values['DATABASE_OWNER_URL'])] : serviceProblems(values)),
  ].filter((problem) => problem !== null);
  const named = new Set(specific.map((problem) => problem.split(':', 1)[0]));
  const placeholders = Object.entries(values)
    .filter(([name, value]) => PLACEHOLDER.test(value ?? '') && !named.has(name))
    .map(([name]) => `${name}: still has its example value`);
  return [...specific, ...placeholders];
}

/** The values of loaded parts, by environment variable; what is not set is left out. */
export function settingValues(
  definitions: readonly ConfigDefinition[],
  parts: ReadonlyMap<symbol, object>,
): SettingValues {
  const pairs = definitions.flatMap(({ token, settings }) => {
    const part = (parts.get(token) ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(settings).map(([key, { env }]) => [env, part[key]] as const);
  });
  return Object.fromEntries(
    pairs.filter(([, value]) => value !== undefined).map(([env, value]) => [env, String(value)]),
  );
}

/** Throws `unsafe_configuration` that lists everything why a start in production is refused. */
export function requireProductionSecrets(
  definitions: readonly ConfigDefinition[],
  parts: ReadonlyMap<symbol, object> = loadAll(definitions),
): void {
  const values = settingValues(definitions, parts);
  const problems = productionProblems(values['NODE_ENV'] as RuntimeConfig['environment'], values);
  if (problems.length > 0)
    throw new AppError('unsafe_configuration', 'invalid', {
      detail: `Production is refused with this configuration:\n  ${problems.join('\n  ')}`,
    });
}
