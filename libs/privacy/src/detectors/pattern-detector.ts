import { foldKeepingOffsets } from '@app/text';
import type { PiiEntity, PiiType } from '../privacy-model.js';

/** A form of personal data: what it looks like, what proves it, and which words beside it make it certain. */
export interface PiiForm {
  readonly type: PiiType;
  /** With the flag `g`; group 1, where there is one, is the entity. */
  readonly pattern: RegExp;
  readonly isValid?: (raw: string) => boolean;
  /** Over folded text in the neighbourhood. */
  readonly context?: RegExp;
  /** Score without context; 0 where the context is needed. */
  readonly score: number;
  readonly contextScore?: number;
}

/** Characters before and after a match in which its context is looked for. */
const BEFORE = 60;
const AFTER = 24;

function scoreOf(form: PiiForm, folded: string, start: number, end: number): number {
  if (form.context === undefined) return form.score;
  const near = `${folded.slice(Math.max(0, start - BEFORE), start)} ${folded.slice(end, end + AFTER)}`;
  return form.context.test(near) ? (form.contextScore ?? 0.95) : form.score;
}

/** All matches of the forms that are valid and, where a form asks for it, in context. */
export function findForms(text: string, forms: readonly PiiForm[]): PiiEntity[] {
  const folded = foldKeepingOffsets(text);
  const entities: PiiEntity[] = [];
  for (const form of forms)
    for (const match of text.matchAll(form.pattern)) {
      const raw = match[1] ?? match[0];
      if (raw === '' || form.isValid?.(raw) === false) continue;
      const start = match.index + match[0].indexOf(raw);
      const score = scoreOf(form, folded, start, start + raw.length);
      if (score > 0) entities.push({ type: form.type, start, end: start + raw.length, score });
    }
  return entities;
}
