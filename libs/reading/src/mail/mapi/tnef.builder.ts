const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** A property for tests: text, bytes (or a message inside), or a number. */
export type TestProperty = readonly [tag: number, value: string | Buffer | number];

function propertyBytes([tag, value]: TestProperty): Buffer {
  const head = Buffer.concat([uint16(tag & 0xffff), uint16(tag >>> 16)]);
  if (typeof value === 'number') return Buffer.concat([head, uint32(value)]);
  const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value;
  return Buffer.concat([head, uint32(1), uint32(bytes.length), pad(bytes)]);
}

const properties = (list: readonly TestProperty[]): Buffer =>
  Buffer.concat([uint32(list.length), ...list.map(propertyBytes)]);

const attribute = (level: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), uint32(id), uint32(data.length), data, uint16(0)]);

/** `winmail.dat` for tests. */
export const tnefOf = (
  message: readonly TestProperty[],
  attachments: readonly {
    readonly title: string;
    readonly data: Buffer;
    readonly more?: readonly TestProperty[];
  }[] = [],
): Buffer =>
  Buffer.concat([
    uint32(0x223e9f78),
    uint16(1),
    attribute(1, 0x00069007, Buffer.concat([uint32(1252), uint32(0)])),
    attribute(1, 0x00069003, properties(message)),
    ...attachments.flatMap(({ title, data, more = [] }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
      attribute(2, 0x0006800f, data),
      attribute(2, 0x00069005, properties(more)),
    ]),
  ]);
