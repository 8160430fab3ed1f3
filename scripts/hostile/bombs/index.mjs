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

/** All bombs: {family, name, make}; `make` answers the bytes. */
export const bombs = Object.entries(FAMILIES).flatMap(([family, list]) =>
  list.map(([name, make]) => ({ family, name, make: async () => Buffer.from(await make()) })),
);
