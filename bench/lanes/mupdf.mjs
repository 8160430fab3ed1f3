import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const mupdf = await importPeer('mupdf');
  return {
    async read({ path }) {
      const document = mupdf.Document.openDocument(await readFile(path), 'application/pdf');
      const pages = [];
      for (let at = 0; at < document.countPages(); at++) {
        const page = document.loadPage(at);
        const text = page.toStructuredText();
        pages.push(text.asText());
        text.destroy();
        page.destroy();
      }
      document.destroy();
      return pages.join('\n');
    },
    close: async () => {},
  };
}
