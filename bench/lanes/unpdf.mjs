import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';

export const open = async () => ({
  async read({ path }) {
    const document = await getDocumentProxy(new Uint8Array(await readFile(path)));
    const { text } = await extractText(document, { mergePages: true });
    await document.loadingTask?.destroy();
    return text;
  },
  close: async () => {},
});
