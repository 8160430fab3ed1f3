import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A YAML file with its merge keys resolved. The caller says what is in it. */
export const readYaml = <T>(path: string): T => parse(readText(path), { merge: true }) as T;

export const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;

/** Files below a folder whose names end in `suffix`, as paths from the root. */
export const filesBelow = (folder: string, suffix: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .toSorted();
