// pdfium as it comes: the characters of each page in the order of the file, without layout.
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';

export async function open() {
  const library = await PDFiumLibrary.init();
  return {
    async read({ path }) {
      const document = await library.loadDocument(await readFile(path));
      try {
        return Array.from(document.pages(), (page) => page.getText()).join('\n');
      } finally {
        document.destroy();
      }
    },
    close: async () => library.destroy(),
  };
}
