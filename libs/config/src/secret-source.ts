import { readFileSync } from 'node:fs';
import type { Environment } from './load-config.js';

/** Where a secret that a configuration file speaks of is to be found. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** A secret from the environment or from a file (as Docker and Kubernetes mount them); undefined where it is not there. */
export function readSecret(source: SecretSource, environment: Environment = process.env): string | undefined {
  if ('env' in source) return environment[source.env]?.trim() || undefined;
  try {
    return readFileSync(source.file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
