import type { Setting } from '@app/config';
import { CONFIG_DEFINITIONS } from '../../apps/api/src/config-definitions.js';

/** All settings of the service by environment variable. */
export const SETTINGS: ReadonlyMap<string, Setting> = new Map(
  CONFIG_DEFINITIONS.flatMap(({ settings }) => Object.values(settings)).map((setting) => [setting.env, setting]),
);

/** The value that a setting has where nothing is set, as text; null where it has none. */
export function defaultOf({ schema }: Setting): string | null {
  const parsed = schema.safeParse(undefined);
  if (!parsed.success || parsed.data === undefined) return null;
  return [parsed.data as string | number | boolean | readonly string[]].flat().join(',');
}

export const isRequired = ({ schema }: Setting): boolean => !schema.safeParse(undefined).success;

export const numberOf = (name: string): number => Number(defaultOf(SETTINGS.get(name)!));

/** Names that are no setting of the service, sorted. */
export const unknownSettings = (names: Iterable<string>): string[] =>
  [...names].filter((name) => !SETTINGS.has(name)).toSorted();

/** Megabytes of `512M`, `2G`, `512Mi`, `4Gi`. */
export function megabytes(amount: string): number {
  const match = /^(\d+)([MG])i?$/.exec(amount);
  if (!match) throw new Error(`not an amount of memory: ${amount}`);
  return Number(match[1]) * (match[2] === 'G' ? 1024 : 1);
}

/** Memory that a process of the service needs beside its reading processes, megabytes; a worker was seen at 700. */
const BESIDE_READING = 1024;

/** Memory of a container in which `processes` reading processes, and the one for those who wait too long, are at their limit, megabytes. */
export const memoryNeeded = (processes: number): number =>
  (processes + 1) * numberOf('READING_MEMORY_MB') + BESIDE_READING;
