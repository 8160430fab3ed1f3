import type { z } from 'zod';

/** One setting: the environment variable that holds it, how it is checked, and what it means. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly env: string;
  readonly schema: S;
  readonly description: string;
  /** True where the value must never be printed. */
  readonly secret?: boolean;
}

export const setting = <S extends z.ZodType>(
  env: string,
  schema: S,
  description: string,
  options: { secret?: boolean } = {},
): Setting<S> => ({ env, schema, description, ...options });

export type Settings = Readonly<Record<string, Setting>>;

/** A named part of the configuration. Each lib and each room declares its own; libs/config joins them once. */
export interface ConfigDefinition<T extends Settings = Settings> {
  readonly name: string;
  /** Injection token of the typed, frozen part. */
  readonly token: symbol;
  readonly settings: T;
}

export type ConfigOf<D> =
  D extends ConfigDefinition<infer T> ? { readonly [K in keyof T]: z.output<T[K]['schema']> } : never;

export const defineConfig = <T extends Settings>(name: string, settings: T): ConfigDefinition<T> => ({
  name,
  token: Symbol.for(`dossier.config.${name}`),
  settings,
});
