/** Apple Mail's frame: the message's length in bytes on a line of its own; behind the message a property list. */
const FRAME = /^(\d{1,10})[ \t]*\r?\n/;

/** The message inside an `.emlx` file; bytes that are none as they are. */
export function withoutEmlxFrame(bytes: Uint8Array): Uint8Array {
  const head = FRAME.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1'));
  if (head === null) return bytes;
  const start = head[0].length;
  return bytes.subarray(start, start + Number(head[1]));
}
