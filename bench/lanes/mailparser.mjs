import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const { simpleParser } = await importPeer('mailparser');
  return {
    async read({ path }) {
      const { subject, text } = await simpleParser(await readFile(path));
      return `${subject ?? ''}\n${text ?? ''}`;
    },
    close: async () => {},
  };
}
