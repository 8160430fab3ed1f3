import { readFile } from 'node:fs/promises';
import { importPeer } from '../lib/peers.mjs';

export async function open() {
  const peer = await importPeer('exceljs');
  const { Workbook } = peer.default ?? peer;
  return {
    async read({ path }) {
      const book = new Workbook();
      await book.xlsx.load(await readFile(path));
      const rows = [];
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          rows.push(
            row.values
              .filter((value) => value != null)
              .map(String)
              .join('\t'),
          ),
        ),
      );
      return rows.join('\n');
    },
    close: async () => {},
  };
}
