import { chmod, lstat, mkdir, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Languages whose data come with packages: ISO 639-1 to Tesseract's names. */
export const OCR_LANGUAGES = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  pt: 'por',
  nl: 'nld',
} as const;
export type OcrLanguage = keyof typeof OCR_LANGUAGES;

const LANGUAGES = Object.keys(OCR_LANGUAGES) as OcrLanguage[];

export const isOcrLanguage = (code: string | undefined): code is OcrLanguage =>
  code !== undefined && Object.hasOwn(OCR_LANGUAGES, code);

const require = createRequire(import.meta.url);

/** Where the trained data of a language lie, packed: in the packages `@tesseract.js-data/*` ("best", made small by integers). */
export const packedDataFolder = (language: OcrLanguage): string =>
  join(dirname(require.resolve(`@tesseract.js-data/${OCR_LANGUAGES[language]}/package.json`)), '4.0.0_best_int');

/**
 * A folder with the data of all languages; null where nothing can be written, as in a reading process, which is told the
 * folder instead. What is missing is unpacked: all of it on a new machine, nothing as a rule.
 */
export function unpackTesseractData(): Promise<string | null> {
  unpacking ??= unpackMissing().finally(() => (unpacking = undefined));
  return unpacking;
}

let unpacking: Promise<string | null> | undefined;

async function unpackMissing(): Promise<string | null> {
  try {
    const folder = await (ownFolder ??= makeFolder());
    for (const language of LANGUAGES) await unpack(language, folder);
    return folder;
  } catch {
    ownFolder = undefined;
    return null;
  }
}

let ownFolder: Promise<string> | undefined;
/** Bytes of the data that were unpacked, by language. */
const sizes = new Map<OcrLanguage, number>();

/** A folder that nobody else could have put data into. */
async function makeFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const shared = join(tmpdir(), `dossier-tessdata-${user}`);
  await mkdir(shared, { recursive: true, mode: 0o700 });
  const facts = await lstat(shared);
  if (facts.isDirectory() && facts.uid === user && (facts.mode & 0o022) === 0) return shared;
  const own = await mkdtemp(join(tmpdir(), 'dossier-tessdata-'));
  await chmod(own, 0o700);
  return own;
}

async function unpack(language: OcrLanguage, folder: string): Promise<void> {
  const name = `${OCR_LANGUAGES[language]}.traineddata`;
  const target = join(folder, name);
  // Whoever sweeps old files from temporary folders may have taken it.
  const found = await stat(target).then(
    (facts) => facts.size,
    () => -1,
  );
  if (found === sizes.get(language)) return;
  const packed = await readFile(join(packedDataFolder(language), `${name}.gz`));
  // A gzip file ends with the size of what is in it (RFC 1952, 2.3.1).
  const size = packed.readUInt32LE(packed.length - 4);
  if (found !== size) {
    const part = `${target}.${process.pid}`;
    await writeFile(part, await promisify(gunzip)(packed));
    await rename(part, target);
  }
  sizes.set(language, size);
}
