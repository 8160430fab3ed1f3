import { detectPii } from './detect-pii.js';
import { type Redaction, type RedactionMode, redactText } from './redact.js';

export interface RedactionTask {
  readonly text: string;
  readonly mode: RedactionMode;
  /** Only these types; all of them where it is not given. */
  readonly types?: readonly string[] | undefined;
}

/** The personal data of a text, and the text without it. */
export const redactPersonalData = ({ text, mode, types }: RedactionTask): Redaction =>
  redactText(
    text,
    detectPii(text).filter(({ type }) => types?.includes(type) ?? true),
    mode,
  );
