import type { HtmlAttributes } from './attributes.js';

/** Inputs that show nothing of their value. */
const SILENT: ReadonlySet<string> = new Set(['hidden', 'password', 'file', 'color', 'range']);

/** What an `input` shows: its value, or whether it is ticked; '' where it shows nothing. */
export function inputText(attributes: HtmlAttributes): string {
  const type = attributes['type']?.trim().toLowerCase() ?? 'text';
  if (SILENT.has(type)) return '';
  if (type === 'checkbox' || type === 'radio') return attributes['checked'] === undefined ? '☐' : '☑';
  return (type === 'image' ? attributes['alt'] : attributes['value']) ?? '';
}

/** A `select` while it is open; its options' text is not shown but for what is chosen. */
export class Selection {
  private readonly options: { text: string; readonly isChosen: boolean }[] = [];

  constructor(private readonly isMultiple: boolean) {}

  startOption(isChosen: boolean): void {
    this.options.push({ text: '', isChosen });
  }

  text(text: string): void {
    const option = this.options.at(-1);
    if (option !== undefined) option.text += text;
  }

  /** The options that are chosen; where none is, a list that opens shows its first one. */
  chosen(): string {
    const chosen = this.options.filter(({ isChosen }) => isChosen);
    const shown = chosen.length > 0 || this.isMultiple ? chosen : this.options.slice(0, 1);
    return shown.map(({ text }) => text.trim()).join(', ');
  }
}
