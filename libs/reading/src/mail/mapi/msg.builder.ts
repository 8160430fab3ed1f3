import { compoundOf } from '../../compound/compound-file.builder.js';

/** A property for tests, by its tag: `0x0037001f` is the subject in Unicode. */
export type MsgProperty = readonly [tag: number, value: string | Buffer | number | bigint];

export interface TestMessage {
  readonly properties: readonly MsgProperty[];
  readonly recipients?: readonly (readonly MsgProperty[])[];
  readonly attachments?: readonly { readonly properties: readonly MsgProperty[]; readonly message?: TestMessage }[];
  /** Named properties: number in the file, number in the set of appointments. */
  readonly named?: readonly number[];
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

function storage(properties: readonly MsgProperty[], headerBytes: number): Record<string, Buffer> {
  const streams: Record<string, Buffer> = {};
  const entries = properties.flatMap(([tag, value]) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(tag, 0);
    if (typeof value === 'number') entry.writeInt32LE(value, 8);
    else if (typeof value === 'bigint') entry.writeBigUInt64LE(value, 8);
    else streams[`__substg1.0_${hex(tag, 8)}`] = bytesOf(tag, value);
    return [entry];
  });
  return { ...streams, '__properties_version1.0': Buffer.concat([Buffer.alloc(headerBytes), ...entries]) };
}

const bytesOf = (tag: number, value: string | Buffer): Buffer =>
  typeof value === 'string' ? Buffer.from(value, (tag & 0xffff) === 0x1f ? 'utf16le' : 'latin1') : value;

const under = (path: string, streams: Record<string, Buffer>): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(streams).map(([name, bytes]) => [`${path}/${name}`, bytes]));

function messageStreams(
  { properties, recipients = [], attachments = [] }: TestMessage,
  headerBytes: number,
): Record<string, Buffer> {
  return Object.assign(
    storage(properties, headerBytes),
    ...recipients.map((one, index) => under(`__recip_version1.0_#${hex(index, 8)}`, storage(one, 8))),
    ...attachments.map(({ properties: own, message }, index) =>
      under(`__attach_version1.0_#${hex(index, 8)}`, {
        ...storage(own, 8),
        ...(message === undefined ? {} : under('__substg1.0_3701000D', messageStreams(message, 24))),
      }),
    ),
  ) as Record<string, Buffer>;
}

/** PSETID_Appointment ([MS-OXPROPS] 1.3.2) as the only listed set; each name is a number of that set. */
function nameStreams(named: readonly number[]): Record<string, Buffer> {
  const entries = named.map((number, index) => {
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(number, 0);
    entry.writeUInt16LE(3 << 1, 4);
    entry.writeUInt16LE(index, 6);
    return entry;
  });
  return {
    '__nameid_version1.0/__substg1.0_00020102': Buffer.from('0220060000000000c000000000000046', 'hex'),
    '__nameid_version1.0/__substg1.0_00030102': Buffer.concat(entries),
    '__nameid_version1.0/__substg1.0_00040102': Buffer.alloc(0),
  };
}

/** A message of Outlook for tests. */
export const msgOf = (message: TestMessage): Uint8Array =>
  compoundOf({ ...messageStreams(message, 32), ...nameStreams(message.named ?? []) });

/** 100 nanoseconds since 1601. */
export const fileTime = (iso: string): bigint => (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;
