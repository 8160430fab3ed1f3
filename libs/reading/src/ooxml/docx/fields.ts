import { symbolText } from '../../encoding/symbol-fonts.js';
import { childOf, childrenOf, integer, isOn, val, type XmlNode } from '../xml-tree.js';

interface OpenField {
  instruction: string;
  /** What stood before the result without being an instruction. */
  swallowed: string;
  isResult: boolean;
  hasResult: boolean;
  readonly form: XmlNode | undefined;
}

/** Fields inside each other; Word allows twenty. */
const MAX_NESTING = 100;

/** `☒` or `☐`. */
export const checkboxText = (isChecked: boolean): string => (isChecked ? '☒' : '☐');

/**
 * Complex fields (ECMA-376 part 1, 17.16.18): between their marks stand an instruction and what it came to. Only the latter is
 * shown. They may begin in one paragraph and end in another.
 */
export class Fields {
  private readonly open: OpenField[] = [];

  /** False within an instruction. */
  get isShown(): boolean {
    return this.open.every(({ isResult }) => isResult);
  }

  /** A mark; answers what the field shows without a result of its own. */
  mark(node: XmlNode, type: string | undefined): string {
    const field = this.open.at(-1);
    if (type === 'begin' && this.open.length < MAX_NESTING)
      this.open.push({
        instruction: '',
        swallowed: '',
        isResult: false,
        hasResult: false,
        form: childOf(node, 'ffData'),
      });
    else if (type === 'separate' && field !== undefined) field.isResult = true;
    else if (type === 'end' && field !== undefined) {
      this.open.pop();
      return field.hasResult ? '' : withoutResult(field);
    }
    return '';
  }

  instruction(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.isResult) field.instruction += text;
  }

  /** Text inside of a field; it is only shown where `isShown`. */
  text(text: string): void {
    for (const field of this.open) {
      if (field.isResult) field.hasResult ||= text.trim() !== '';
      else field.swallowed += text;
    }
  }

  /** The end of a text: what a field that never ended would have swallowed. */
  finish(): string {
    const lost = this.open.map(({ swallowed }) => swallowed).join('\n');
    this.open.length = 0;
    return lost;
  }
}

/** What fields show that never have a result, and form fields whose state is kept elsewhere (17.16.5). */
function withoutResult({ instruction, form }: OpenField): string {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([^]*)$/.exec(instruction) ?? [];
  switch (name.toUpperCase()) {
    case 'FORMCHECKBOX':
      return checkboxText(isCheckedForm(form));
    case 'FORMDROPDOWN':
      return chosenEntry(form);
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return rest.replace(/^\S+\s*/, '');
    case 'SYMBOL':
      return symbolOf(rest);
    case 'EQ':
      return rest.replace(/\\[a-z]+(?:\([a-z]\))?/gi, '').trim();
    default:
      return '';
  }
}

function isCheckedForm(form: XmlNode | undefined): boolean {
  const box = childOf(form, 'checkBox');
  return isOn(childOf(box, 'checked') ?? childOf(box, 'default'));
}

function chosenEntry(form: XmlNode | undefined): string {
  const list = childOf(form, 'ddList');
  const chosen = integer(val(childOf(list, 'result')) ?? val(childOf(list, 'default'))) ?? 0;
  return val(childrenOf(list, 'listEntry')[chosen]) ?? '';
}

/** `SYMBOL 252 \f Wingdings`. */
function symbolOf(rest: string): string {
  const code = Number(/^(?:0x[0-9a-f]+|\d+)/i.exec(rest)?.[0] ?? Number.NaN);
  const font = /\\f\s+"?([\w ]+)/i.exec(rest)?.[1] ?? '';
  return code > 0 && code <= 0x10ffff ? symbolText(code, font) : '';
}
