import { isAppError } from '@app/kernel';
import type { ChildCollector } from '../children/child-collector.js';
import type { CompoundEntry, CompoundFile } from './compound-file.js';
import { embeddedFile, nameByContent } from './ole-object.js';

/** Objects that draw what their file shows, or a formula that only its program can read. */
const WITHOUT_FILE = /^(?:equation|mathtype|msgraph|wordart|paint|static)/i;

/** Takes the files out of the storages of embedded objects. */
export async function addObjects(
  children: ChildCollector,
  file: CompoundFile,
  storages: readonly CompoundEntry[],
): Promise<void> {
  for (const { path, name, kind } of storages) {
    if (kind !== 'storage') continue;
    const found = readObject(file, path);
    if (found !== null)
      await children.add(
        found.name === '' ? await nameByContent(`object-${name}`, found.bytes) : found.name,
        found.bytes,
      );
    else if (!WITHOUT_FILE.test(programOf(file, path))) children.skip(name, 'unreadable_object');
  }
}

function readObject(file: CompoundFile, path: string): ReturnType<typeof embeddedFile> {
  try {
    return embeddedFile(file, path);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** What the object calls its program ([MS-OLEDS] 2.3.8): three strings behind a header of 28 bytes. */
function programOf(file: CompoundFile, path: string): string {
  const stream = Buffer.from(file.stream(`${path}/\u0001CompObj`) ?? []).toString('latin1');
  return /[A-Za-z][\w.-]+\.[\w.]+(?=\0)/.exec(stream.slice(28))?.[0] ?? '';
}
