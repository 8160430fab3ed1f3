import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';

export const open = async () => ({
  async read({ path }) {
    const { subject, text } = await PostalMime.parse(await readFile(path));
    return `${subject ?? ''}\n${text ?? ''}`;
  },
  close: async () => {},
});
