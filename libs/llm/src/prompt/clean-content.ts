/**
 * Characters that a person does not see and a model reads: Unicode tags, zero-width characters and joiners outside of words
 * that need them, direction marks, variation selectors, soft hyphens, control characters (Unicode 16, chapter 23).
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- such characters are what is looked for
  /[\u{e0000}-\u{e0fff}\u200b\u2060-\u206f\ufeff\u202a-\u202e\u2066-\u2069\u200e\u200f\ufe00-\ufe0e\u{e0100}-\u{e01ef}\u00ad\u180e\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** Text of documents as a person reads it. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');
