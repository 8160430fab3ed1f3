import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const peer = await importPeer('officeparser');
  const { parseOffice } = peer.OfficeParser ?? peer.default ?? peer;
  return {
    async read({ path }) {
      // By its path: it goes by the ending of the name where the bytes do not tell.
      const parsed = await parseOffice(path);
      if (typeof parsed === 'string') return parsed;
      // Since 7 the text is one of several ways to write what was parsed.
      return typeof parsed.toText === 'function' ? parsed.toText() : (await parsed.to('text')).value;
    },
    close: async () => {},
  };
}
