import { createHash } from 'node:crypto';

/** A page as a spec writes it; everything in PDF's own syntax. */
export interface PageSpec {
  /** Content stream (ISO 32000-1, 8.2). Fonts F1 (Helvetica), F2 (Helvetica-Bold), F3 (Times-Roman). */
  readonly content: string;
  /** Further entries of the page: `/Rotate 90`. */
  readonly entries?: string;
  /** Annotation dictionaries. */
  readonly annotations?: readonly string[];
  /** Further entries of its resources: `/XObject <</Im 20 0 R>>`. */
  readonly resources?: string;
}

export interface PdfSpec {
  readonly pages: readonly PageSpec[];
  /** Further objects by number, from 100: a dictionary, or one with a stream. */
  readonly objects?: Readonly<Record<number, string | { readonly dictionary: string; readonly stream: string }>>;
  /** Further entries of the catalogue. */
  readonly catalog?: string;
  /** Entries of the information dictionary. */
  readonly info?: string;
  /** Encrypts with 40 bits (revision 2 of the standard handler); `user` may be empty. */
  readonly passwords?: { readonly user: string; readonly owner: string };
}

/** A PDF of code, for specs. Strings in encrypted ones are not encrypted, only streams. */
export function pdfOf(spec: PdfSpec): Uint8Array {
  const key = spec.passwords === undefined ? null : encryptionOf(spec.passwords);
  const bodies = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R${spec.catalog ?? ''}>>`],
    [
      2,
      `<</Type/Pages/Count ${spec.pages.length}/Kids[${spec.pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}]>>`,
    ],
    [3, font('Helvetica')],
    [4, font('Helvetica-Bold')],
    [5, font('Times-Roman')],
    [6, `<<${spec.info ?? ''}>>`],
  ]);
  if (key !== null) bodies.set(7, key.dictionary);
  const addStream = (number: number, dictionary: string, stream: string): void => {
    const data = key === null ? stream : rc4(objectKey(key.key, number), stream);
    bodies.set(number, `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`);
  };
  for (const [index, page] of spec.pages.entries()) {
    const number = pageNumber(index);
    bodies.set(number, pageBody(page, number));
    addStream(number + 1, '', page.content);
  }
  for (const [number, object] of Object.entries(spec.objects ?? {})) {
    if (typeof object === 'string') bodies.set(Number(number), object);
    else addStream(Number(number), object.dictionary, object.stream);
  }
  return fileOf(bodies, key === null ? '' : '/Encrypt 7 0 R/ID[<00><00>]');
}

/** A text at a place, in points from the lower left. */
export const textAt = (text: string, x: number, y: number, size = 12, font = 'F1'): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;

const pageNumber = (index: number): number => 10 + 2 * index;
const font = (name: string): string => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

function pageBody({ entries = '', annotations = [], resources = '' }: PageSpec, number: number): string {
  const annots = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`;
  return (
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${number + 1} 0 R` +
    `/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>${resources}>>${annots}${entries}>>`
  );
}

function fileOf(bodies: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const numbers = [...bodies.keys()].sort((a, b) => a - b);
  const size = (numbers.at(-1) ?? 0) + 1;
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n');
  for (const number of numbers) {
    rows[number] = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${number} 0 obj\n${bodies.get(number)}\nendobj\n`;
  }
  const xref = file.length;
  file += `xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R/Info 6 0 R${trailer}>>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** ISO 32000-1, 7.6.3.3: padding of passwords. */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex').toString(
  'latin1',
);
const PERMISSIONS = -4;

/** Algorithms 2 to 4 of ISO 32000-1, 7.6.3. */
function encryptionOf({ user, owner }: { user: string; owner: string }): { key: string; dictionary: string } {
  const padded = (password: string): string => (password + PADDING).slice(0, 32);
  const o = rc4(md5(padded(owner)).slice(0, 5), padded(user));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(padded(user) + o + permissions.toString('latin1') + '\0').slice(0, 5);
  const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
  const u = rc4(key, PADDING);
  return { key, dictionary: `<</Filter/Standard/V 1/R 2/O<${hex(o)}>/U<${hex(u)}>/P ${PERMISSIONS}>>` };
}

/** Algorithm 1 of ISO 32000-1, 7.6.2. */
const objectKey = (key: string, number: number): string =>
  md5(key + String.fromCharCode(number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0)).slice(0, 10);

const md5 = (text: string): string => createHash('md5').update(Buffer.from(text, 'latin1')).digest().toString('latin1');

function rc4(key: string, text: string): string {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + key.charCodeAt(i % key.length)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Array.from(text, (character) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return String.fromCharCode(character.charCodeAt(0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0));
  }).join('');
}
