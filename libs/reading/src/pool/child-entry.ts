import { fileURLToPath } from 'node:url';

/** Depth of this file below the root of the checkout, in the sources as in the build. */
const ROOT = '../../../../';

/** The compiled entry of a reading process. Tests run the sources, and use the build that stands beside them. */
export const childEntryPath = (from: string = import.meta.url): string =>
  fileURLToPath(
    from.endsWith('.ts')
      ? new URL(`${ROOT}dist/libs/reading/src/child/main.js`, from)
      : new URL('../child/main.js', from),
  );
