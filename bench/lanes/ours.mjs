// Our reader with all that it does (layout, tables, blocks, files inside), in this process, so that its time can be told.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

const built = (path) => import(join(root, 'dist', 'libs', path));

export async function open() {
  const { readDocument } = await built('reading/src/readers/read-document.js');
  const { readingConfig } = await built('reading/src/reading.config.js');
  const { loadConfig } = await built('config/src/load-config.js');
  const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});
  return {
    async read({ path, mediaType, name }) {
      const limits = { ...config, maxPixels, deadline: Date.now() + 600_000 };
      const { text, email } = await readDocument({ bytes: await readFile(path), mediaType, filename: name, limits });
      // Other readers of mail give the addresses beside the text.
      return email ? `${email.subject ?? ''}\n${text.slice(email.bodyStart, email.bodyEnd)}` : text;
    },
    close: async () => {},
  };
}
