import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const { getDocument } = await importPeer('pdfjs-dist', 'legacy/build/pdf.mjs');
  return {
    async read({ path }) {
      const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
      const document = await task.promise;
      const pages = [];
      for (let number = 1; number <= document.numPages; number++) {
        const { items } = await (await document.getPage(number)).getTextContent();
        pages.push(items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
      }
      await task.destroy();
      return pages.join('\n');
    },
    close: async () => {},
  };
}
