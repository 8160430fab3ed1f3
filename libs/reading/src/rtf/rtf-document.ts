import type { BlockInput } from '../blocks.js';
import type { HiddenText } from '../reading-model.js';

/** A file inside an RTF, as its bytes stand there. */
export interface RtfFile {
  readonly kind: 'picture' | 'object';
  /** Of pictures: the control word that told their format; of objects: what program made them. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

export interface RtfDocument {
  /** Headers, body, notes, footers. */
  readonly blocks: readonly BlockInput[];
  readonly hidden: readonly Pick<HiddenText, 'text' | 'reason'>[];
  readonly files: readonly RtfFile[];
  readonly metadata: Readonly<Record<string, string>>;
  /** True where the file ends in the middle. */
  readonly isCut: boolean;
}
