import type { BlockInput } from '../blocks.js';
import { readXml } from '../xml/xml-events.js';
import { type Pdfium, readUtf8, withMemory } from './pdfium.js';

/** fpdf_formfill.h: a form that a program lays out from XML; the file's own page only asks for such a program. */
const FORM_TYPE_XFA_FULL = 2;
const MAX_PACKETS = 100;
/** A larger packet is no form. */
const MAX_PACKET_BYTES = 16 << 20;
const MAX_BLOCKS = 20_000;

/**
 * The content of a dynamic XFA form (XML Forms Architecture 3.3): the words of its template, then the values that were
 * filled in, by name. Null where the document is no such form.
 */
export function readXfa(pdfium: Pdfium, document: number): BlockInput[] | null {
  if (pdfium.call.FPDF_GetFormType(document) !== FORM_TYPE_XFA_FULL) return null;
  const blocks: BlockInput[] = [];
  const count = Math.min(pdfium.call.FPDF_GetXFAPacketCount(document), MAX_PACKETS);
  const packets = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index++) {
    const name = readUtf8(pdfium, (buffer, length) =>
      pdfium.call.FPDF_GetXFAPacketName(document, index, buffer, length),
    );
    if (name === 'template' || name === 'datasets' || name === '') packets.set(name, packetOf(pdfium, document, index));
  }
  for (const name of ['', 'template', 'datasets']) {
    const xml = packets.get(name);
    if (xml !== undefined) readPacket(xml, blocks);
  }
  return blocks;
}

function packetOf(pdfium: Pdfium, document: number, index: number): Uint8Array {
  const { call, view, bytes, scratch } = pdfium;
  call.FPDF_GetXFAPacketContent(document, index, 0, 0, scratch);
  const size = view().getUint32(scratch, true);
  if (size === 0 || size > MAX_PACKET_BYTES) return new Uint8Array(0);
  return withMemory(pdfium, size, (buffer) => {
    call.FPDF_GetXFAPacketContent(document, index, buffer, size, scratch);
    return bytes().slice(buffer, buffer + size);
  });
}

/** Texts of captions and fixed parts are values inside the template; what is filled in are the leaves of the data. */
function readPacket(xml: Uint8Array, blocks: BlockInput[]): void {
  const inside = { template: 0, data: 0, exData: 0 };
  let text = '';
  let isLeaf = false;
  const step = (name: string, by: 1 | -1): void => {
    if (name === 'template' || name === 'data' || name === 'exData') inside[name] += by;
  };
  const add = (name: string): void => {
    const content = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim();
    if (content === '' || blocks.length >= MAX_BLOCKS) return;
    if (inside.template > 0 && TEXT_ELEMENTS.has(name)) blocks.push({ kind: 'paragraph', text: content });
    else if (inside.data > 0 && isLeaf) blocks.push({ kind: 'key-value', text: `${name}: ${content}` });
  };
  readXml(xml, {
    open: (name) => {
      step(name, 1);
      if (inside.exData === 0 || name === 'exData') text = '';
      isLeaf = true;
    },
    text: (part) => {
      text += part;
    },
    close: (name) => {
      if (inside.exData > 0 && name !== 'exData') {
        if (LINES.has(name)) text += '\n';
        return;
      }
      add(name);
      step(name, -1);
      text = '';
      isLeaf = false;
    },
  });
}

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'exData']);
/** XHTML inside rich text (exData) that ends a line. */
const LINES: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li']);
