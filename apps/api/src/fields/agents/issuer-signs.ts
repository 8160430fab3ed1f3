import { type DocumentView } from '../domain/document-view.js';
import { buildLabelBook, findLabels } from '../domain/labels.js';
import type { Cell } from '../domain/layout.js';
import { addressFit, isContactLine, isRegistrationLine, nameFit } from '../domain/party-text.js';
import { fold } from '../domain/tokens.js';
import type { FieldSpec } from '../../schemas/index.js';
import { SHIP_TO } from '../../schemas/model.js';

/** Headings of blocks that tell of somebody else than who wrote the document: where goods go, whom to ask. */
const ELSEWHERE = buildLabelBook([
  { name: 'delivery', type: 'string', family: 'parties', labels: SHIP_TO },
  {
    name: 'contact',
    type: 'string',
    family: 'parties',
    labels: {
      en: [
        'contact',
        'your contact',
        'contact person',
        'sales person',
        'salesperson',
        'prepared by',
        'account manager',
      ],
      de: ['ansprechpartner', 'ihr ansprechpartner', 'bearbeiter', 'sachbearbeiter', 'kontakt', 'ihr kontakt'],
      fr: ['contact', 'votre contact', 'suivi par', 'interlocuteur', 'affaire suivie par'],
      es: ['contacto', 'su contacto', 'atendido por', 'persona de contacto'],
      it: ['contatto', 'referente', 'vostro referente'],
      pt: ['contacto', 'contato', 'pessoa de contacto'],
      nl: ['contactpersoon', 'uw contactpersoon', 'behandeld door', 'contact'],
    },
  },
] satisfies FieldSpec[]);

/** Cells that head such a block. */
export function headingsOfOthers(view: DocumentView): ReadonlySet<Cell> {
  const hits = findLabels(view.layout, ELSEWHERE).filter(
    (hit) => hit.start - hit.cell.start <= 2 && hit.cell.end - hit.end <= 2,
  );
  return new Set(hits.map((hit) => hit.cell));
}

const HOST = /@([\w-]+(?:\.[\w-]+)*)\.\w{2,}|www\.([\w-]+)\./g;
const plain = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
/** Hosts of a provider of mail tell nothing. */
const LEAST_HOST = 5;

/** Names of the hosts in a document's addresses, in letters and digits only. */
export const hostsOf = (text: string): string[] => [
  ...new Set([...text.slice(0, 60_000).matchAll(HOST)].map((match) => plain(match[1] ?? match[2] ?? ''))),
];

/** True where an address of mail or web is made of the letters that a name begins with. */
export function isHostOf(hosts: readonly string[], name: string): boolean {
  const letters = plain(name);
  return (
    letters.length >= LEAST_HOST &&
    hosts.some((host) => host.length >= LEAST_HOST && (letters.startsWith(host) || host.startsWith(letters)))
  );
}

const SEPARATOR = /\s*[·•|]\s*|\s+[-–—]\s+|,\s+/g;
const MOST_CHARACTERS = 140;

/** The parts of a line with their own places. */
function partsOf(cell: Cell): Cell[] {
  const parts: Cell[] = [];
  let from = 0;
  for (const match of [...cell.text.matchAll(SEPARATOR), null]) {
    const to = match?.index ?? cell.text.length;
    const [start, end] = [cell.start + from, cell.start + to];
    const words = cell.words.filter((word) => word.start < end && word.end > start);
    if (to > from) parts.push({ ...cell, start, end, text: cell.text.slice(from, to), words });
    from = to + (match?.[0].length ?? 0);
  }
  return parts;
}

/** "Name · Street 1 · 12345 Town": the sender in one line, as above the window of an envelope (DIN 5008). */
export function senderLine(cell: Cell): { readonly name: Cell; readonly address: readonly Cell[] } | null {
  if (cell.text.length > MOST_CHARACTERS || isContactLine(cell.text) || isRegistrationLine(cell.text)) return null;
  const [name, ...address] = partsOf(cell);
  if (!name || address.length < 2 || address.length > 5) return null;
  const isName = nameFit(name.text) >= 0.45 && addressFit(name.text) < 0.4;
  return isName && address.filter((part) => addressFit(part.text) >= 0.25).length >= 2 ? { name, address } : null;
}
