import { ByteView } from '../../compound/byte-view.js';
import { readingError } from '../../reading.errors.js';
import {
  type MapiAttachment,
  type MapiKey,
  type MapiMessage,
  MAPI_TYPES,
  mapiKey,
  MapiProperties,
  type MapiValue,
  PROPERTY_SETS,
} from './mapi-properties.js';

/** [MS-OXTNEF] 2.1.3.1. */
export const TNEF_SIGNATURE = 0x223e9f78;
export const TNEF_MEDIA_TYPE = 'application/vnd.ms-tnef';

/** Attributes ([MS-OXTNEF] 2.1.3.4), by type and number. */
const ATTRIBUTES = {
  subject: 0x00018004,
  body: 0x0002800c,
  messageProperties: 0x00069003,
  codePage: 0x00069007,
  attachmentBegins: 0x00069002,
  attachmentTitle: 0x00018010,
  attachmentData: 0x0006800f,
  attachmentProperties: 0x00069005,
} as const;
const ATTACHMENT_LEVEL = 2;
/** The interface id before the bytes of an object, here that of a message. */
const OBJECT_ID_BYTES = 16;

interface Found {
  readonly values: Map<MapiKey, MapiValue>;
}

/** Reads `winmail.dat` ([MS-OXTNEF]); what follows a damaged place is left out. Throws `corrupt_document`, `archive_too_large`. */
export function readTnef(bytes: Uint8Array, maxEntries: number): MapiMessage {
  const view = new ByteView(bytes);
  if (view.u32(0) !== TNEF_SIGNATURE) throw readingError('corrupt_document');
  const message: Found = { values: new Map() };
  const attachments: Found[] = [];
  let codePage: number | null = null;
  let at = 6;
  while (at + 9 <= view.length) {
    const level = view.u8(at);
    const id = view.u32(at + 1);
    const length = view.u32(at + 5);
    if (at + 9 + length > view.length) break;
    const data = view.part(at + 9, length);
    if (id === ATTRIBUTES.codePage) codePage = data.u32(0) === 0 ? null : data.u32(0);
    if (id === ATTRIBUTES.attachmentBegins) attachments.push({ values: new Map() });
    if (attachments.length > maxEntries) throw readingError('archive_too_large');
    addAttribute(level === ATTACHMENT_LEVEL ? attachments.at(-1) : message, id, data);
    at += 9 + length + 2;
  }
  const properties = new MapiProperties(message.values, codePage);
  return {
    properties,
    recipients: [],
    attachments: attachments.map((found) => attachmentOf(found, properties.textCodePage)),
    isDamaged: at < view.length,
  };
}

/** The old attributes only fill what the properties do not say. */
function addAttribute(found: Found | undefined, id: number, data: ByteView): void {
  if (found === undefined) return;
  const put = (key: MapiKey, type: number): void => {
    if (!found.values.has(key)) found.values.set(key, { type, bytes: data.bytes });
  };
  switch (id) {
    case ATTRIBUTES.subject:
      return put('0037', MAPI_TYPES.string8);
    case ATTRIBUTES.body:
      return put('1000', MAPI_TYPES.string8);
    case ATTRIBUTES.attachmentTitle:
      return put('3704', MAPI_TYPES.string8);
    case ATTRIBUTES.attachmentData:
      return put('3701', MAPI_TYPES.binary);
    case ATTRIBUTES.messageProperties:
    case ATTRIBUTES.attachmentProperties:
      for (const [key, value] of readProperties(data)) found.values.set(key, value);
      return;
    default:
  }
}

function attachmentOf({ values }: Found, codePage: number): MapiAttachment {
  const data = values.get('3701');
  const isMessage = data?.type === MAPI_TYPES.object;
  return {
    properties: new MapiProperties(values, codePage),
    bytes: () => (data === undefined ? null : isMessage ? data.bytes.subarray(OBJECT_ID_BYTES) : data.bytes),
    messageType: isMessage ? TNEF_MEDIA_TYPE : null,
  };
}

/** Types whose values come with a count and a length ([MS-OXTNEF] 2.1.3.5). */
const VARIABLE = new Set<number>([MAPI_TYPES.object, MAPI_TYPES.string8, MAPI_TYPES.unicode, MAPI_TYPES.binary]);
const FIXED_BYTES: Readonly<Record<number, number>> = { 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16 };
const MANY_VALUES = 0x1000;

/** A list of properties ([MS-OXTNEF] 2.1.3.4, MsgPropertyList); of several values the first one is kept. */
function readProperties(view: ByteView): Map<MapiKey, MapiValue> {
  const values = new Map<MapiKey, MapiValue>();
  const cursor = { at: 4 };
  const count = view.u32(0);
  for (let index = 0; index < count && cursor.at + 4 <= view.length; index++) {
    const tag = view.u16(cursor.at);
    const id = view.u16(cursor.at + 2);
    cursor.at += 4;
    const key = id >= 0x8000 ? namedKey(view, cursor) : mapiKey(id);
    const [first] = readValues(view, cursor, tag);
    if (key !== null && first !== undefined) values.set(key, first);
  }
  return values;
}

const padded = (length: number): number => (length + 3) & ~3;

function namedKey(view: ByteView, cursor: { at: number }): MapiKey | null {
  const set = PROPERTY_SETS[Buffer.from(view.slice(cursor.at, 16)).toString('hex')];
  const isNumber = view.u32(cursor.at + 16) === 0;
  const number = view.u32(cursor.at + 20);
  cursor.at += 24;
  if (isNumber) return set === undefined ? null : `${set}:${mapiKey(number)}`;
  const name = Buffer.from(view.slice(cursor.at, number)).toString('utf16le').replace(/\0+$/, '');
  cursor.at += padded(number);
  return set === undefined ? null : `${set}:${name}`;
}

function readValues(view: ByteView, cursor: { at: number }, tag: number): MapiValue[] {
  const type = tag & ~MANY_VALUES;
  const isVariable = VARIABLE.has(type);
  let count = 1;
  if (isVariable || (tag & MANY_VALUES) !== 0) {
    count = view.u32(cursor.at);
    cursor.at += 4;
  }
  const values: MapiValue[] = [];
  for (let index = 0; index < count && cursor.at < view.length; index++) {
    const length = isVariable ? view.u32(cursor.at) : (FIXED_BYTES[type] ?? 4);
    if (isVariable) cursor.at += 4;
    if (values.length === 0) values.push({ type, bytes: view.slice(cursor.at, length) });
    cursor.at += padded(length);
  }
  return values;
}
