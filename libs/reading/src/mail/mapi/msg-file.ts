import { ByteView } from '../../compound/byte-view.js';
import { CompoundFile } from '../../compound/compound-file.js';
import { embeddedFile } from '../../compound/ole-object.js';
import { readingError } from '../../reading.errors.js';
import { messageAsFile } from './embedded-message.js';
import {
  type MapiAttachment,
  type MapiKey,
  type MapiMessage,
  mapiKey,
  MapiProperties,
  type MapiValue,
} from './mapi-properties.js';
import { namedProperties } from './named-properties.js';

export const MSG_MEDIA_TYPE = 'application/vnd.ms-outlook';

const PROPERTIES = '__properties_version1.0';
const RECIPIENT = /^__recip_version1\.0_#/i;
const ATTACHMENT = /^__attach_version1\.0_#/i;
const ATTACHED_OBJECT = '__substg1.0_3701000D';
const ENTRY_BYTES = 16;
/** [MS-OXMSG] 2.4.1: before the entries stand 32 bytes in a file, 24 in a message inside it, 8 in recipients and attachments. */
const HEADER_BYTES = { message: 32, part: 8 } as const;
/** [MS-OXCMSG] 2.2.2.9: how a file is attached. */
const METHODS = { message: 5, object: 6 } as const;

/** Reads a message of Outlook ([MS-OXMSG]). Throws `corrupt_document`, `archive_too_large`. */
export function readMsg(bytes: Uint8Array, maxEntries: number): MapiMessage {
  const file = CompoundFile.open(bytes);
  const parts = file.childrenOf('');
  if (parts.length > maxEntries) throw readingError('archive_too_large');
  const storages = new StorageReader(file, namedProperties(file));
  const properties = storages.read('', HEADER_BYTES.message);
  if (properties.isEmpty) throw readingError('corrupt_document');
  const codePage = properties.textCodePage;
  const inside = parts
    .filter(({ kind }) => kind === 'storage')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return {
    properties,
    recipients: inside
      .filter(({ name }) => RECIPIENT.test(name))
      .map(({ path }) => storages.read(path, HEADER_BYTES.part, codePage)),
    attachments: inside
      .filter(({ name }) => ATTACHMENT.test(name))
      .map(({ path }) => attachmentOf(file, path, storages.read(path, HEADER_BYTES.part, codePage))),
    isDamaged: storages.isDamaged,
  };
}

class StorageReader {
  isDamaged = false;

  constructor(
    private readonly file: CompoundFile,
    private readonly names: ReadonlyMap<number, MapiKey>,
  ) {}

  /** The properties of a storage: short values stand in one stream, long ones in a stream each. */
  read(path: string, headerBytes: number, codePage: number | null = null): MapiProperties {
    const values = new Map<MapiKey, MapiValue>();
    const view = new ByteView(this.file.stream(join(path, PROPERTIES)) ?? new Uint8Array());
    const start = headerBytes === HEADER_BYTES.message && view.length % ENTRY_BYTES === 8 ? 24 : headerBytes;
    for (let at = start; at + ENTRY_BYTES <= view.length; at += ENTRY_BYTES)
      values.set(this.keyOf(view.u16(at + 2)), { type: view.u16(at), bytes: view.slice(at + 8, 8) });
    for (const { name, kind, size } of this.file.childrenOf(path)) {
      const tag = kind === 'stream' ? tagOf(name) : null;
      const bytes = tag === null ? null : this.file.stream(join(path, name));
      if (tag === null || bytes === null) continue;
      values.set(this.keyOf(tag.id), { type: tag.type, bytes });
      this.isDamaged ||= bytes.byteLength < size;
    }
    return new MapiProperties(values, codePage);
  }

  private keyOf(id: number): MapiKey {
    return this.names.get(id) ?? mapiKey(id);
  }
}

const MANY_VALUES = 0x1000;

/**
 * `__substg1.0_0037001F`. Of several values each has a stream, with `-` and its number behind the tag, of which the first is
 * read; their lengths stand in the one without.
 */
function tagOf(name: string): { id: number; type: number } | null {
  const [, id, type, index] = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})(-0+)?$/i.exec(name) ?? [];
  if (id === undefined || type === undefined) return null;
  const number = Number.parseInt(type, 16);
  const isList = (number & MANY_VALUES) !== 0 && index === undefined;
  return isList ? null : { id: Number.parseInt(id, 16), type: number & ~MANY_VALUES };
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

function attachmentOf(file: CompoundFile, path: string, properties: MapiProperties): MapiAttachment {
  const object = join(path, ATTACHED_OBJECT);
  const isStorage = file.entry(object)?.kind === 'storage';
  const method = properties.number('3705');
  if (isStorage && method !== METHODS.object && file.entry(join(object, PROPERTIES)) !== null)
    return { properties, bytes: () => messageAsFile(file, object), messageType: MSG_MEDIA_TYPE };
  return {
    properties,
    bytes: () => (isStorage ? (embeddedFile(file, object)?.bytes ?? null) : properties.bytes('3701')),
    messageType: null,
  };
}
