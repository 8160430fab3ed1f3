// Files made to hurt whoever reads them. Each is made when it is asked for; none is larger than a few megabytes.
import { archiveBombs } from './archives.mjs';
import { imageBombs } from './images.mjs';
import { mailBombs } from './mail.mjs';
import { officeBombs } from './office.mjs';
import { pdfBombs } from './pdf.mjs';
import { textBombs } from './text.mjs';

const FAMILIES = {
  archives: archiveBombs,
  office: officeBombs,
  images: imageBombs,
  mail: mailBombs,
  pdf: pdfBombs,
  text: textBombs,
};

/**
 * All bombs: {family, name, make, needsSandbox}; `make` answers the bytes. Where `needsSandbox` is true no reader can tell in
 * time what the file is up to, and the end of its process is what is expected.
 */
export const bombs = Object.entries(FAMILIES).flatMap(([family, list]) =>
  list.map(([name, make, { needsSandbox = false } = {}]) => ({
    family,
    name,
    needsSandbox,
    make: async () => Buffer.from(await make()),
  })),
);
