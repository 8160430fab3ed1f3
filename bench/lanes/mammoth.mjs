import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const peer = await importPeer('mammoth');
  const { extractRawText } = peer.default ?? peer;
  return {
    read: async ({ path }) => (await extractRawText({ buffer: await readFile(path) })).value,
    close: async () => {},
  };
}
