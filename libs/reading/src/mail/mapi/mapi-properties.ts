import { decodeCodePage } from '../../encoding/code-pages.js';

/** A property's value as it stands in a file ([MS-OXCDATA] 2.11.1): its type, and its bytes. */
export interface MapiValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** [MS-OXCDATA] 2.11.1. */
export const MAPI_TYPES = {
  integer16: 0x02,
  integer32: 0x03,
  real: 0x05,
  boolean: 0x0b,
  object: 0x0d,
  integer64: 0x14,
  string8: 0x1e,
  unicode: 0x1f,
  time: 0x40,
  binary: 0x102,
} as const;

/** Property sets of named properties ([MS-OXPROPS] 1.3.2) that are read; others are told by nothing here. */
export const PROPERTY_SETS: Readonly<Record<string, string>> = {
  '0220060000000000c000000000000046': 'appointment',
  '0320060000000000c000000000000046': 'task',
  '0420060000000000c000000000000046': 'address',
  '0820060000000000c000000000000046': 'common',
  '0a20060000000000c000000000000046': 'log',
  '2903020000000000c000000000000046': 'public',
};

/** `0037` for a property by its number, `task:8105` for one of a set, `public:Keywords` for one with a name. */
export type MapiKey = string;
export const mapiKey = (id: number): MapiKey => id.toString(16).padStart(4, '0');

/** [MS-OXCMSG] 2.2.1.3: `IPM.Note`, `IPM.Contact` and so on. */
export const MESSAGE_CLASS = '001a';

const CODE_PAGE_KEYS = ['3ffd', '3fde'];
const DEFAULT_CODE_PAGE = 1252;
/** Milliseconds from 1601 to 1970 ([MS-DTYP] 2.3.3), and the time that stands for none ([MS-OXOCAL] 2.2.1.44.1: the year 4501). */
const EPOCH = 11_644_473_600_000;
const NEVER = Date.UTC(4500, 0, 1);

/** The properties of a message, a recipient or an attachment. What is not there, or of another type, is null. */
export class MapiProperties {
  private readonly codePage: number;

  get isEmpty(): boolean {
    return this.values.size === 0;
  }

  constructor(
    private readonly values: ReadonlyMap<MapiKey, MapiValue>,
    codePage: number | null = null,
  ) {
    this.codePage = codePage ?? this.ownCodePage();
  }

  get textCodePage(): number {
    return this.codePage;
  }

  text(key: MapiKey): string | null {
    const value = this.values.get(key);
    if (value === undefined) return null;
    const text = textOf(value, this.codePage);
    return text === null ? null : text.replace(/\0+$/, '');
  }

  /** The first of these that says something. */
  firstText(...keys: readonly MapiKey[]): string {
    for (const key of keys) {
      const text = this.text(key)?.trim() ?? '';
      if (text !== '') return text;
    }
    return '';
  }

  bytes(key: MapiKey): Buffer | null {
    const value = this.values.get(key);
    return value?.type === MAPI_TYPES.binary || value?.type === MAPI_TYPES.object ? bufferOf(value.bytes) : null;
  }

  number(key: MapiKey): number | null {
    const value = this.values.get(key);
    if (value === undefined) return null;
    const bytes = bufferOf(value.bytes);
    const isShort = value.type === MAPI_TYPES.integer16 || value.type === MAPI_TYPES.boolean;
    if (isShort) return bytes.length >= 2 ? bytes.readInt16LE(0) : null;
    return value.type === MAPI_TYPES.integer32 && bytes.length >= 4 ? bytes.readInt32LE(0) : null;
  }

  real(key: MapiKey): number | null {
    const value = this.values.get(key);
    return value?.type === MAPI_TYPES.real && value.bytes.length >= 8 ? bufferOf(value.bytes).readDoubleLE(0) : null;
  }

  /** RFC 3339 UTC. */
  time(key: MapiKey): string | null {
    const value = this.values.get(key);
    if (value?.type !== MAPI_TYPES.time || value.bytes.length < 8) return null;
    const time = Number(bufferOf(value.bytes).readBigUInt64LE(0) / 10_000n) - EPOCH;
    return time <= -EPOCH || time >= NEVER ? null : new Date(time).toISOString();
  }

  private ownCodePage(): number {
    for (const key of CODE_PAGE_KEYS) {
      const page = this.number(key);
      // 1200 stands for text in Unicode, which is not kept in eight bits.
      if (page !== null && page > 0 && page !== 1200) return page;
    }
    return DEFAULT_CODE_PAGE;
  }
}

function textOf({ type, bytes }: MapiValue, codePage: number): string | null {
  if (type === MAPI_TYPES.unicode) return bufferOf(bytes).toString('utf16le');
  return type === MAPI_TYPES.string8 ? decodeCodePage(bytes, codePage) : null;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A file that is attached to a message. */
export interface MapiAttachment {
  readonly properties: MapiProperties;
  /** Its bytes; null where it lies elsewhere or holds none. */
  readonly bytes: () => Uint8Array | null;
  /** Where it is a message itself: what its bytes are. */
  readonly messageType: string | null;
}

/** A message as Outlook and Exchange keep it. */
export interface MapiMessage {
  readonly properties: MapiProperties;
  readonly recipients: readonly MapiProperties[];
  readonly attachments: readonly MapiAttachment[];
  /** True where the file ends before all of it came, or a part of it is cut. */
  readonly isDamaged: boolean;
}
