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

export const isOcrLanguage = (code: string | undefined): code is OcrLanguage =>
  code !== undefined && code in OCR_LANGUAGES;

const require = createRequire(import.meta.url);

/** Where the trained data of a language lie, packed: in the packages `@tesseract.js-data/*` ("best", made small by integers). */
export const packedDataFolder = (language: OcrLanguage): string =>
  join(dirname(require.resolve(`@tesseract.js-data/${OCR_LANGUAGES[language]}/package.json`)), '4.0.0_best_int');

let unpacking: Promise<string | null> | undefined;

/**
 * A folder with the data of all languages, unpacked once a machine; null where nothing can be written, as in a reading
 * process, which is told the folder instead.
 */
export function unpackTesseractData(): Promise<string | null> {
  unpacking ??= unpackAll().catch(() => null);
  return unpacking;
}

async function unpackAll(): Promise<string> {
  const folder = await ownFolder();
  for (const [language, name] of Object.entries(OCR_LANGUAGES))
    await unpack(
      join(packedDataFolder(language as OcrLanguage), `${name}.traineddata.gz`),
      join(folder, `${name}.traineddata`),
    );
  return folder;
}

/** A folder that nobody else could have put data into. */
async function ownFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const shared = join(tmpdir(), `dossier-tessdata-${user}`);
  await mkdir(shared, { recursive: true, mode: 0o700 });
  const facts = await lstat(shared);
  if (facts.isDirectory() && facts.uid === user && (facts.mode & 0o022) === 0) return shared;
  const own = await mkdtemp(join(tmpdir(), 'dossier-tessdata-'));
  await chmod(own, 0o700);
  return own;
}

async function unpack(source: string, target: string): Promise<void> {
  const packed = await readFile(source);
  // A gzip file ends with the size of what is in it (RFC 1952, 2.3.1).
  const size = await stat(target).then(
    (facts) => facts.size,
    () => -1,
  );
  if (size === packed.readUInt32LE(packed.length - 4)) return;
  const part = `${target}.${process.pid}`;
  await writeFile(part, await promisify(gunzip)(packed));
  await rename(part, target);
}
