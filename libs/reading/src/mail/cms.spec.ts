import { describe, expect, it } from 'vitest';
import { berStream, der, encryptedMessage, signedMessage, streamedMessage } from './cms.builder.js';
import { isCms, readCms } from './cms.js';

const LONG = Buffer.alloc(5000, 'x');

describe('readCms', () => {
  it.each([
    ['in one piece', signedMessage(Buffer.from('hello')), 'hello'],
    ['with a long length', signedMessage(LONG), LONG.toString()],
    ['in pieces without lengths', streamedMessage(Buffer.from('hel'), Buffer.from('lo')), 'hello'],
  ])('gives what was signed: %s', (_, bytes, content) => {
    const read = readCms(bytes);
    expect(read).toMatchObject({ kind: 'signed' });
    expect(read?.kind === 'signed' ? read.content.toString() : null).toBe(content);
    expect(isCms(bytes)).toBe(true);
  });

  it('says what only a key opens', () => {
    expect(readCms(encryptedMessage())).toEqual({ kind: 'encrypted' });
    expect(isCms(encryptedMessage())).toBe(true);
  });

  it.each([
    ['a signature that stands beside its message', signedMessage(null)],
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('0 is no tag of ours')],
    ['another structure', der(0x30, der(0x02, Buffer.from([1])))],
    ['a length that is no length', Buffer.from('30ffffffffffffffffff', 'hex')],
    [
      'elements inside elements without end',
      Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0x30, 0x80]))),
    ],
    ['one that never ends', berStream(0x30, der(0x06, Buffer.from([42]))).subarray(0, 5)],
  ])('takes %s for none', (_, bytes) => expect(readCms(bytes)).toBeNull());

  it('gives what is left of one that was cut', () => {
    const read = readCms(signedMessage(LONG).subarray(0, 1000));
    expect(read?.kind === 'signed' && read.content.length < 1000).toBe(true);
  });
});
