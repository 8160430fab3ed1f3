// What is read: the corpus of our own, written into a folder, and the files of folders that were named.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from '../../scripts/prepare.mjs';
import { LANES, OTHER } from '../lanes/registry.mjs';

const FAMILIES = { 'application/pdf': 'pdf', 'message/rfc822': 'mail', 'text/html': 'html' };
const SNIFFED_BYTES = 64 * 1024;

/** Makes the corpus. Answers items {name, family, mediaType, pages, path, truth}: `truth` is the path of the known text. */
export async function writeCorpus(folder, scale) {
  const { corpus } = await import('../../scripts/samples/corpus/index.mjs');
  mkdirSync(folder, { recursive: true });
  const items = [];
  for (const { make, ...item } of corpus({ scale })) {
    const { bytes, text } = await make();
    const path = join(folder, item.name);
    writeFileSync(path, bytes);
    writeFileSync(`${path}.truth`, text);
    items.push({ ...item, path, truth: `${path}.truth` });
  }
  return items;
}

function* filesBelow(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** The files of a folder that our readers know, by their content. Their text is not known: lanes are held against ours. */
export async function filesOf(folder) {
  const { sniffMediaType } = await import(join(root, 'dist/libs/reading/src/media-type/sniff.js'));
  const { isReadable } = await import(join(root, 'dist/libs/reading/src/readers/registry.js'));
  const items = [];
  for (const path of filesBelow(folder)) {
    const mediaType = await sniffMediaType(readFileSync(path).subarray(0, SNIFFED_BYTES), basename(path));
    if (mediaType !== null && isReadable(mediaType))
      items.push({
        name: relative(folder, path) || basename(path),
        family: familyOf(mediaType),
        mediaType,
        pages: 1,
        path,
      });
  }
  return items;
}

function familyOf(mediaType) {
  if (FAMILIES[mediaType]) return FAMILIES[mediaType];
  if (mediaType.startsWith('image/')) return 'ocr';
  const office = { wordprocessingml: 'docx', spreadsheetml: 'xlsx', presentationml: 'pptx' };
  const kind = Object.keys(office).find((name) => mediaType.includes(`openxmlformats-officedocument.${name}`));
  return LANES[office[kind]] ? office[kind] : OTHER;
}
