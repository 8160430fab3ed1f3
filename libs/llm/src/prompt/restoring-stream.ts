/** A pseudonym that has begun and not ended may be this long; what is longer is no pseudonym. */
const LONGEST_TOKEN = 64;

/** Puts originals back into text that comes in pieces: a pseudonym that a piece cuts is held back until it is whole. */
export class RestoringStream {
  private held = '';

  constructor(private readonly restore: (text: string) => string) {}

  /** What may go out now. */
  add(piece: string): string {
    const text = this.held + piece;
    const open = text.lastIndexOf('[');
    const isCut = open >= 0 && !text.includes(']', open) && text.length - open < LONGEST_TOKEN;
    this.held = isCut ? text.slice(open) : '';
    return this.restore(isCut ? text.slice(0, open) : text);
  }

  finish(): string {
    const rest = this.held;
    this.held = '';
    return this.restore(rest);
  }
}
