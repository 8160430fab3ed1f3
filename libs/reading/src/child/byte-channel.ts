import type { Duplex } from 'node:stream';
import { readingError } from '../reading.errors.js';

/** The descriptor under which a reading process finds its end of the channel. */
export const CHANNEL_FD = 3;

/**
 * Bytes between the service and a reading process, one piece after the other, whose sizes both sides know: the document goes
 * in, the files inside it come out. Neither side holds more than it takes, and the process needs no access to any file.
 */
export class ByteChannel {
  constructor(private readonly socket: Duplex) {
    // Who waits is told by the end of the process; an error that nobody listens to would end the service.
    socket.on('error', () => undefined);
  }

  /** A chunk is not looked at any more when the next one is asked for. Throws `reader_crashed` where the other side is gone. */
  async send(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    for await (const chunk of content) await this.write(chunk);
  }

  private write(chunk: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) =>
      this.socket.write(chunk, (error) => (error ? reject(readingError('reader_crashed', error)) : resolve())),
    );
  }

  /** The next `size` bytes as they come; what was not taken when the caller stops is thrown away. */
  async *receive(size: number): AsyncGenerator<Uint8Array> {
    let left = size;
    try {
      while (left > 0) {
        const chunk = await this.take(left);
        left -= chunk.byteLength;
        yield chunk;
      }
    } finally {
      while (left > 0) left -= (await this.take(left)).byteLength;
    }
  }

  async receiveAll(size: number): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for await (const chunk of this.receive(size)) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return bytes;
  }

  /** At most so many bytes, at least one. */
  private async take(atMost: number): Promise<Buffer> {
    for (;;) {
      const chunk = this.socket.read() as Buffer | null;
      if (chunk === null) await this.readable();
      else if (chunk.byteLength <= atMost) return chunk;
      else {
        this.socket.unshift(chunk.subarray(atMost));
        return chunk.subarray(0, atMost);
      }
    }
  }

  private readable(): Promise<void> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => () => {
        socket.off('readable', proceed).off('end', fail).off('close', fail);
        act();
      };
      const proceed = settle(resolve);
      const fail = settle(() => reject(readingError('reader_crashed')));
      if (socket.destroyed || socket.readableEnded) return reject(readingError('reader_crashed'));
      socket.once('readable', proceed).once('end', fail).once('close', fail);
    });
  }
}
