/** Pieces that one side pushes and the other takes, in order. */
export class StreamQueue<T> {
  private readonly pieces: T[] = [];
  private wake: (() => void) | null = null;
  private ended = false;

  push(piece: T): void {
    this.pieces.push(piece);
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const piece = this.pieces.shift();
      if (piece !== undefined) yield piece;
      else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
