import type { BlockInput } from '../blocks.js';
import type { RtfFile } from './rtf-document.js';
import type { RtfStory } from './rtf-story.js';
import type { RtfStyles } from './rtf-styles.js';

/** Where destinations put what they found. */
export interface RtfFindings {
  readonly styles: RtfStyles;
  readonly metadata: Record<string, string>;
  readonly files: RtfFile[];
  readonly headers: BlockInput[];
  readonly footers: BlockInput[];
  readonly notes: BlockInput[];
  /** What has been said of what comes next: author of a comment, name of a property, program of an object. */
  readonly said: Record<'author' | 'property' | 'program', string>;
  /** Footnotes and endnotes so far. */
  readonly noteCounts: Record<'footnote' | 'endnote', number>;
  /** The text that is around the destination. */
  readonly story: RtfStory;
  newStory(): RtfStory;
}

/** Where the text of a group goes. */
export interface Destination {
  /** Set where it is text of the document; controls that are about neither characters nor paragraphs are given here too. */
  readonly story?: RtfStory;
  text?(text: string): void;
  control?(word: string, parameter: number | null): void;
  /** Set where text is data, in hexadecimal digits or binary. */
  data?(bytes: Uint8Array, isBinary: boolean): void;
  /** Called when its group ends. */
  finish?(): void;
}

/** All in the group is left out, groups in it too. */
export const SKIPPED: Destination = {};
/** Text that stands here is left out, but groups in it may be shown: a shape, whose text has a place of its own. */
export const PASSED: Destination = {};

/** Collects the text of a group. */
export function captured(done: (text: string) => void): Destination {
  let text = '';
  return {
    text: (part) => {
      text += part;
    },
    control: (word) => {
      if (word === 'tab') text += '\t';
      else if (word === 'par' || word === 'line') text += '\n';
    },
    finish: () => done(text.trim()),
  };
}

/** Collects the bytes of a group, and what is told of them. */
export function collected(done: (bytes: Uint8Array, words: readonly string[]) => void): Destination {
  const hex: Uint8Array[] = [];
  const binary: Uint8Array[] = [];
  const words: string[] = [];
  return {
    control: (word) => words.push(word),
    data: (bytes, isBinary) => (isBinary ? binary : hex).push(bytes),
    finish: () => done(binary.length > 0 ? Buffer.concat(binary) : bytesOfHex(hex), words),
  };
}

const bytesOfHex = (parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.from(
    Buffer.concat(parts)
      .toString('latin1')
      .replace(/[^0-9a-fA-F]+/g, ''),
    'hex',
  );

/** `\creatim`, `\revtim` ("Information group"): local time without a zone. */
export function timed(done: (time: string) => void): Destination {
  const parts: Record<string, number> = {};
  return {
    control: (word, parameter) => {
      parts[word] = parameter ?? 0;
    },
    finish: () => {
      const { yr = 0, mo = 1, dy = 1, hr = 0, min = 0, sec = 0 } = parts;
      if (yr < 1900 || yr > 9999) return;
      const [month, day, hours, minutes, seconds] = [mo, dy, hr, min, sec].map((part) => String(part).padStart(2, '0'));
      done(`${yr}-${month}-${day}T${hours}:${minutes}:${seconds}`);
    },
  };
}
