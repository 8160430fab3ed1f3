/** Apple Mail's frame: the message's length in bytes on a line of its own; behind the message a property list. */
const FRAME = /^(\d{1,10})[ \t]*\r?\n/;

/** The message inside an `.emlx` file; a length that leads nowhere is not believed. */
export function withoutEmlxFrame(bytes: Uint8Array): Uint8Array {
  const head = FRAME.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1'));
  if (head === null) return bytes;
  const start = head[0].length;
  const length = Number(head[1]);
  return length > 0 ? bytes.subarray(start, start + length) : bytes.subarray(start);
}
