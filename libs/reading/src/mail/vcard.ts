import type { BlockInput } from '../blocks.js';
import { type ContentLine, contentLines, structuredValue, textValue } from './content-lines.js';

/** What a property says, by its name (RFC 6350, 6; vCard 2.1). Those that are not listed are pictures, keys and dates of the file. */
const LABELS: readonly (readonly [string, string])[] = [
  ['ORG', 'Organization'],
  ['TITLE', 'Title'],
  ['ROLE', 'Role'],
  ['EMAIL', 'E-mail'],
  ['TEL', 'Telephone'],
  ['ADR', 'Address'],
  ['URL', 'URL'],
  ['IMPP', 'Chat'],
  ['BDAY', 'Birthday'],
  ['ANNIVERSARY', 'Anniversary'],
  ['NICKNAME', 'Nickname'],
  ['CATEGORIES', 'Categories'],
  ['GENDER', 'Gender'],
  ['LANG', 'Language'],
  ['TZ', 'Time zone'],
];
const STRUCTURED = new Set(['ORG', 'ADR', 'N']);

/** Visiting cards: for each a heading with the name, and what is said of the person or company. */
export function vcardBlocks(text: string): BlockInput[] {
  const cards: ContentLine[][] = [];
  for (const line of contentLines(text)) {
    if (line.name === 'BEGIN' && line.value.trim().toUpperCase() === 'VCARD') cards.push([]);
    else cards.at(-1)?.push(line);
  }
  return cards.flatMap(cardBlocks);
}

function cardBlocks(lines: readonly ContentLine[]): BlockInput[] {
  const values = (name: string): string[] =>
    lines
      .filter((line) => line.name === name)
      .map(valueOf)
      .filter((value) => value !== '');
  const [full = values('N')[0] ?? values('ORG')[0] ?? values('EMAIL')[0] ?? ''] = values('FN');
  return [
    { kind: 'heading', level: 2, text: full },
    ...LABELS.flatMap(([name, label]) =>
      lines
        .filter((line) => line.name === name)
        .map((line): BlockInput => ({ kind: 'key-value', text: `${label}${kindOf(line)}: ${valueOf(line)}` }))
        .filter((block) => 'text' in block && !block.text.endsWith(': ')),
    ),
    ...values('NOTE').map((note): BlockInput => ({ kind: 'paragraph', text: note })),
  ];
}

function valueOf({ name, value }: ContentLine): string {
  if (name === 'N') {
    const [family = '', given = '', ...rest] = value.split(/(?<!\\);/).map(textValue);
    return [...rest.slice(1, 2), given, ...rest.slice(0, 1), family].filter((part) => part !== '').join(' ');
  }
  const text = STRUCTURED.has(name) ? structuredValue(value).join(', ') : textValue(value);
  return text.replace(/^(?:mailto|tel):/i, '').replace(/\s*\n\s*/g, name === 'NOTE' ? '\n' : ', ');
}

const IGNORED = new Set(['internet', 'pref', 'voice', 'x400']);

function kindOf({ parameters }: ContentLine): string {
  const kinds = (parameters.get('TYPE') ?? []).map((type) => type.toLowerCase()).filter((type) => !IGNORED.has(type));
  return kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
}
