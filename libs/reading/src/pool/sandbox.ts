/** Share of the memory limit that V8's heap may take; pdfium, sharp and models live beside it. */
const HEAP_SHARE = 0.6;

/** Where systems keep programs and their data; readers look for tesseract and its languages there. */
const SYSTEM_FOLDERS = ['/usr', '/opt/homebrew', '/opt/local'];

export interface SandboxOptions {
  /** Resident megabytes. */
  readonly memoryMb: number;
  /** Folders and files that the process may read, beside those of the system. */
  readonly readable: readonly string[];
}

/**
 * The flags of a reading process. Node lets its JavaScript read the program and write nothing; documents come to it as bytes,
 * so that it cannot look at others. Add-ons and programs are allowed, because recognition needs them, and are not held
 * by this (https://nodejs.org/docs/latest-v24.x/api/permissions.html#constraints).
 */
export const sandboxFlags = ({ memoryMb, readable }: SandboxOptions): string[] => [
  `--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`,
  // Young objects of large sheets would take 150 MB more before they are looked at (measured on 27 MB of sheet XML).
  '--max-semi-space-size=16',
  '--no-warnings',
  '--permission',
  '--allow-addons',
  '--allow-child-process',
  '--allow-worker',
  ...[...SYSTEM_FOLDERS, ...readable].map((path) => `--allow-fs-read=${path}`),
];
