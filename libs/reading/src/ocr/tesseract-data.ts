import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

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
let folder: string | undefined;
const unpacked = new Set<string>();

/**
 * A folder with the trained data of these languages, unpacked once a machine; null where nothing can be written. The data
 * are those of the packages `@tesseract.js-data/*` ("best", made small by integers).
 */
export function tesseractData(languages: readonly OcrLanguage[]): string | null {
  try {
    folder ??= ownFolder();
    for (const language of languages) unpack(OCR_LANGUAGES[language], folder);
    return folder;
  } catch {
    return null;
  }
}

/** A folder that nobody else could have put data into. */
function ownFolder(): string {
  const user = process.getuid?.() ?? 0;
  const shared = join(tmpdir(), `dossier-tessdata-${user}`);
  mkdirSync(shared, { recursive: true, mode: 0o700 });
  const facts = lstatSync(shared);
  if (facts.isDirectory() && facts.uid === user && (facts.mode & 0o022) === 0) return shared;
  const own = mkdtempSync(join(tmpdir(), 'dossier-tessdata-'));
  chmodSync(own, 0o700);
  return own;
}

function unpack(name: string, into: string): void {
  if (unpacked.has(name)) return;
  const target = join(into, `${name}.traineddata`);
  const source = join(
    dirname(require.resolve(`@tesseract.js-data/${name}/package.json`)),
    '4.0.0_best_int',
    `${name}.traineddata.gz`,
  );
  const packed = readFileSync(source);
  // A gzip file ends with the size of what is in it (RFC 1952, 2.3.1).
  if (!existsSync(target) || statSync(target).size !== packed.readUInt32LE(packed.length - 4)) {
    const part = `${target}.${process.pid}`;
    writeFileSync(part, gunzipSync(packed));
    renameSync(part, target);
  }
  unpacked.add(name);
}
