import { AppError } from '@app/kernel';
import type { ConfigDefinition, ConfigOf } from './define-config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const problemsOf = (definition: ConfigDefinition, environment: Environment): [Record<string, unknown>, string[]] => {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, { env, schema }] of Object.entries(definition.settings)) {
    // An empty variable counts as absent: compose files and Helm charts pass `NAME=` for what is not set.
    const raw = environment[env]?.trim() === '' ? undefined : environment[env];
    const parsed = schema.safeParse(raw);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(`${env}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  return [values, problems];
};

/** Reads one part of the configuration. Throws `invalid_configuration` that lists every problem by variable, never a value. */
export function loadConfig<D extends ConfigDefinition>(
  definition: D,
  environment: Environment = process.env,
): ConfigOf<D> {
  const [values, problems] = problemsOf(definition, environment);
  if (problems.length > 0) throw invalidConfiguration(problems);
  return Object.freeze(values) as ConfigOf<D>;
}

/** Reads all parts at once, so that one start shows all problems. The map is from token to frozen part. */
export function loadAll(
  definitions: readonly ConfigDefinition[],
  environment: Environment = process.env,
): ReadonlyMap<symbol, object> {
  const parts = new Map<symbol, object>();
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const definition of definitions) {
    const [values, found] = problemsOf(definition, environment);
    problems.push(...found);
    for (const { env } of Object.values(definition.settings)) {
      const owner = owners.get(env);
      if (owner !== undefined) problems.push(`${env}: declared by both ${owner} and ${definition.name}`);
      owners.set(env, definition.name);
    }
    parts.set(definition.token, Object.freeze(values));
  }
  if (problems.length > 0) throw invalidConfiguration(problems);
  return parts;
}

const invalidConfiguration = (problems: readonly string[]): AppError =>
  new AppError('invalid_configuration', 'invalid', {
    detail: `The configuration is not valid:\n  ${problems.join('\n  ')}`,
  });
