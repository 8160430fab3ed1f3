// Sample documents, made up from the first letter to the last, and what is true about each.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emails } from './emails.mjs';
import { forms } from './forms.mjs';
import { englishInvoice } from './invoice-english.mjs';
import { invoicesAbroad } from './invoices-abroad.mjs';
import { pictures } from './pictures.mjs';
import { prose } from './prose.mjs';
import { purchaseOrder } from './purchase-order.mjs';

export const samples = [englishInvoice, ...invoicesAbroad, purchaseOrder, ...pictures, ...forms, ...prose, ...emails];

/** Writes every sample into the folder; answers the paths in the order of `samples`. */
export async function generateSamples(folder) {
  await mkdir(folder, { recursive: true });
  const paths = [];
  // One after the other: pdfium and the pictures would otherwise be in memory all at once.
  for (const { name, make } of samples) {
    const path = join(folder, name);
    await writeFile(path, await make());
    paths.push(path);
  }
  return paths;
}
