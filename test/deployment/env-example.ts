import { availableParallelism } from 'node:os';
import type { ConfigDefinition, Setting } from '@app/config';
import { defaultOf, isRequired } from './settings.js';

export const PLACEHOLDER = 'CHANGE_ME';

/** Defaults that depend on the machine; the example leaves them open. */
export const MACHINE_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['READING_PROCESSES', String(availableParallelism())],
]);

const URL_EXAMPLES: Readonly<Record<string, string>> = {
  DATABASE_URL: `postgres://dossier_app:${PLACEHOLDER}@127.0.0.1:5432/dossier`,
  DATABASE_SYSTEM_URL: `postgres://dossier_system:${PLACEHOLDER}@127.0.0.1:5432/dossier`,
  DATABASE_OWNER_URL: `postgres://dossier_owner:${PLACEHOLDER}@127.0.0.1:5432/dossier`,
  REDIS_URL: `redis://:${PLACEHOLDER}@127.0.0.1:6379`,
};

const HEAD = `# Every setting of Dossier, with its default. Copy this file to .env, take the # from what you change.
# Nothing has to be set to try it: \`npm start\` brings its own Postgres and Redis.
# Values that say ${PLACEHOLDER} are secrets; with NODE_ENV=production the service refuses to start with one of them.
# For docker-compose.prod.yml see docker/production.env.example, for Helm helm/dossier/values.yaml.
`;

const noteOf = (setting: Setting): string => {
  const notes = [
    isRequired(setting) && 'required',
    setting.secret === true && 'secret',
    MACHINE_DEFAULTS.has(setting.env) && 'default: one for each core',
  ].filter(Boolean);
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
};

/** What stands behind the name of a setting in the example. */
export function exampleValue(setting: Setting): string {
  if (setting.secret === true) return URL_EXAMPLES[setting.env] ?? PLACEHOLDER;
  return MACHINE_DEFAULTS.has(setting.env) ? '' : (defaultOf(setting) ?? '');
}

/** The text of .env.example. */
export function renderEnvExample(definitions: readonly ConfigDefinition[]): string {
  const groups = definitions.map(({ name, settings }) => {
    const lines = Object.values(settings).map(
      (setting) => `# ${setting.description}${noteOf(setting)}\n# ${setting.env}=${exampleValue(setting)}\n`,
    );
    return `# --- ${name} ---\n${lines.join('')}`;
  });
  return [HEAD, ...groups].join('\n');
}
