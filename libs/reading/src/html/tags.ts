/** What an element means for the text around it. Names that are not listed are `inline`. */
export type TagRole =
  | 'inline'
  /** No content: `br`, `img`, `input`. */
  | 'void'
  /** Begins and ends a line. */
  | 'block'
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'item'
  | 'terms'
  | 'term'
  | 'definition'
  | 'preformatted'
  | 'table'
  | 'section'
  | 'row'
  | 'cell'
  | 'caption'
  | 'figure'
  | 'select'
  | 'option'
  /** Stands apart from what is beside it. */
  | 'control'
  /** Its content is never shown, or shown only where the element itself does not work. */
  | 'dropped'
  /** Drawings: only what stands in their text elements is read. */
  | 'drawing'
  | 'drawing-text';

export interface TagInfo {
  readonly role: TagRole;
  /** Line ends before and after: 1, or 2 where an empty line stands there. */
  readonly breaks: 0 | 1 | 2;
  /** Its start tag ends an open `p` (HTML standard, 13.2.6.4.7). */
  readonly endsParagraph: boolean;
}

const list = (names: string): string[] => names.split(' ');

const TAGS: ReadonlyMap<string, TagInfo> = new Map(
  (
    [
      ['void', 0, 'area base basefont bgsound br col embed frame img input keygen link meta param source track wbr'],
      ['paragraph', 2, 'p'],
      ['void', 2, 'hr'],
      ['block', 2, 'blockquote form fieldset'],
      [
        'block',
        1,
        'address article aside body center dd details dialog div footer frameset header hgroup html legend main nav ' +
          'noframes search section summary figcaption',
      ],
      ['heading', 2, 'h1 h2 h3 h4 h5 h6'],
      ['list', 2, 'ul ol menu dir'],
      ['item', 1, 'li'],
      ['terms', 2, 'dl'],
      ['term', 1, 'dt'],
      ['definition', 1, 'dd'],
      ['preformatted', 2, 'pre listing'],
      ['table', 2, 'table'],
      ['section', 1, 'thead tbody tfoot'],
      ['row', 1, 'tr'],
      ['cell', 0, 'td th'],
      ['caption', 1, 'caption'],
      ['figure', 2, 'figure'],
      ['select', 0, 'select'],
      ['option', 0, 'option'],
      ['control', 0, 'button'],
      ['dropped', 0, 'template noscript audio video canvas datalist xml annotation annotation-xml'],
      ['drawing', 0, 'svg'],
      ['drawing-text', 1, 'text foreignobject'],
    ] as const
  ).flatMap(([role, breaks, names]) =>
    list(names).map((name): [string, TagInfo] => [name, { role, breaks, endsParagraph: endsParagraph(role) }]),
  ),
);

const INLINE: TagInfo = { role: 'inline', breaks: 0, endsParagraph: false };

function endsParagraph(role: TagRole): boolean {
  return [
    'block',
    'paragraph',
    'heading',
    'list',
    'item',
    'terms',
    'term',
    'definition',
    'preformatted',
    'table',
    'figure',
  ].includes(role);
}

/** `name` in lower case. */
export const tagInfo = (name: string): TagInfo => TAGS.get(name) ?? INLINE;

/** Elements whose content the tokenizer takes as it stands, up to the closing tag (HTML standard, 13.1.2). */
export const RAW_TAGS: ReadonlySet<string> = new Set(list('script style textarea title xmp iframe noembed plaintext'));
