import type { HiddenText } from '../../reading-model.js';
import type { Related } from '../drawing/drawn-content.js';
import { Fields } from './fields.js';
import type { Numbering } from './numbering.js';
import type { StyleSheet } from './styles.js';

export type NoteKind = 'footnote' | 'endnote';

/** What all texts of a document share: its body, its headers, its notes. */
export interface DocumentContext {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  /** Hands over text that nobody sees. */
  readonly hide: (text: string, reason: HiddenText['reason']) => void;
  /** The mark in the text for a note, which will be listed. */
  readonly markNote: (kind: NoteKind, id: string) => string;
}

/** One text of a document. */
export interface Story extends DocumentContext {
  readonly fields: Fields;
  /** What other parts say that a relationship leads to, by its id: charts, diagrams, chunks of HTML. */
  readonly related: Related;
  /** White letters are invisible here: nothing dark is behind them. */
  readonly isOnWhite: boolean;
}

export const storyOf = (
  context: DocumentContext,
  related: Related,
  options: { readonly isOnWhite: boolean } = { isOnWhite: false },
): Story => ({ ...context, related, fields: new Fields(), ...options });

/** The same part, in a box or a cell of its own. */
export const storyInside = (story: Story): Story => ({ ...story, isOnWhite: false });

/** A text box of the same part: fields do not reach into it. */
export const storyOfBox = (story: Story): Story => ({ ...story, isOnWhite: false, fields: new Fields() });
