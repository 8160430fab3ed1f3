import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const peer = await importPeer('officeparser');
  const { parseOffice } = peer.OfficeParser ?? peer.default ?? peer;
  return {
    async read({ path }) {
      const parsed = await parseOffice(await readFile(path));
      if (typeof parsed === 'string') return parsed;
      // Since 7 the text is one of several ways to write what was parsed.
      return typeof parsed.toText === 'function' ? parsed.toText() : (await parsed.to('text')).value;
    },
    close: async () => {},
  };
}
