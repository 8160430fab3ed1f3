import type { ParagraphState } from './rtf-story.js';

/** Outline level of body text; headings have 0 to 8. */
const BODY_LEVEL = 9;

/** Collects what paragraph styles say of headings ("Style sheet"). */
export class RtfStyles {
  private readonly levels = new Map<number, number>();
  private style = 0;
  private level: number | null = null;
  private name = '';

  control(word: string, parameter: number | null): void {
    if (word === 's') this.style = parameter ?? 0;
    else if (word === 'outlinelevel') this.level = parameter;
  }

  text(text: string): void {
    this.name += text;
    if (!text.includes(';')) return;
    const byName = /^\s*heading (\d)/i.exec(this.name)?.[1];
    const level = this.level ?? (byName === undefined ? null : Number(byName) - 1);
    if (level !== null) this.levels.set(this.style, level);
    this.style = 0;
    this.level = null;
    this.name = '';
  }

  /** Of a heading from 1; null of anything else. */
  headingLevelOf({ outlineLevel, style }: ParagraphState): number | null {
    const level = outlineLevel ?? (style === null ? undefined : this.levels.get(style));
    return level === undefined || level < 0 || level >= BODY_LEVEL ? null : level + 1;
  }
}
