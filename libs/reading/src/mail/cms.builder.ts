/** An element of DER for tests. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x84, ...uint32(body.length)]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

/** An element without a length, as mailers that stream write it. */
export const berStream = (tag: number, ...content: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);

const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const SIGNED = hex('2a864886f70d010702');
const ENVELOPED = hex('2a864886f70d010703');
const DATA = hex('2a864886f70d010701');

/** A CMS message with its content inside, or, without one, a signature that stands beside it (RFC 5652). */
export function signedMessage(content: Uint8Array | null): Buffer {
  const inside = content === null ? [] : [der(0xa0, der(0x04, content))];
  return der(
    0x30,
    der(0x06, SIGNED),
    der(0xa0, der(0x30, der(0x02, hex('01')), der(0x31), der(0x30, der(0x06, DATA), ...inside), der(0x31))),
  );
}

/** The same in pieces without lengths. */
export const streamedMessage = (...pieces: readonly Uint8Array[]): Buffer =>
  berStream(
    0x30,
    der(0x06, SIGNED),
    berStream(
      0xa0,
      berStream(
        0x30,
        der(0x02, hex('01')),
        der(0x31),
        berStream(0x30, der(0x06, DATA), berStream(0xa0, berStream(0x24, ...pieces.map((piece) => der(0x04, piece))))),
      ),
    ),
  );

export const encryptedMessage = (): Buffer =>
  der(0x30, der(0x06, ENVELOPED), der(0xa0, der(0x30, der(0x02, hex('00')))));
