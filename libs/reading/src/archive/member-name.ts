/** Characters of a name with its folders; of a longer one the end is kept, where the file's own name stands. */
const MAX_LENGTH = 255;
/** Control characters, and those that turn the direction of what follows: `annexe\u202Efdp.exe` looks like a PDF. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const DRIVE = /^[A-Za-z]:/;

/**
 * A member's name with the folders inside the archive, as it may be shown and stored: relative, forward slashes, no steps
 * upwards, no drive, nothing unseen. Nothing is ever written under it.
 */
export function memberName(path: string): string {
  const steps = path
    .toWellFormed()
    .replace(UNSEEN, '')
    .replaceAll('\\', '/')
    .split('/')
    .map((step) => step.replace(DRIVE, '').trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  let name = steps.at(-1)?.slice(-MAX_LENGTH) ?? '';
  for (const step of steps.slice(0, -1).reverse()) {
    if (step.length + 1 + name.length > MAX_LENGTH) break;
    name = `${step}/${name}`;
  }
  return name === '' ? 'unnamed' : name.toWellFormed();
}

/** Names that are given once: the second `a.txt` becomes `a (2).txt`. */
export class UniqueNames {
  private readonly given = new Map<string, number>();

  give(name: string): string {
    const times = (this.given.get(name) ?? 0) + 1;
    this.given.set(name, times);
    return times === 1 ? name : this.give(numbered(name, times));
  }
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  const at = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
  return `${name.slice(0, at)} (${number})${name.slice(at)}`;
}

/** What systems leave in archives beside the files that people put there. */
export const isSystemFile = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|\._[^/]*)$/i.test(name);
