/** A rectangle on a page, each number 0..1 of the page's width or height, origin at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a piece of text came from. */
export type Provenance = 'text-layer' | 'ocr' | 'markup';

/** A word; its text is `reading.text.slice(start, end)`. Offsets count UTF-16 code units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
  /** 0..1 where OCR gave one; absent for text that was not recognised but read. */
  readonly confidence?: number;
}

/** A visual line: words that stand beside each other. Its text is `reading.text.slice(start, end)`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
  readonly words: readonly Word[];
}

/** What a block is for a reader of the page. `note`: footnote, comment, speaker's note; `header` and `footer` belong to the page. */
export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'table',
  'key-value',
  'code',
  'note',
  'header',
  'footer',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A cell of a table; its text is `reading.text.slice(start, end)`. Rows and columns count from 0. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  /** Rows and columns that it covers; absent where it is one. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  /** True of cells that name the rows or columns. */
  readonly isHeader?: boolean;
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
}

/**
 * Cells in reading order; an empty cell has `start === end`. Where the lines of one cell have other cells' text between
 * them, as on a page, it comes once a line with the same row and column; on pages empty cells are left out.
 */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
}

/** A part of a page that belongs together. Its text is `reading.text.slice(start, end)`; blocks do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
  /** Of headings 1 to 6, of list items their depth from 1. */
  readonly level?: number;
  /** Of tables. */
  readonly table?: Table;
}

/** Text that a person who looks at the page does not see; it is kept out of `text`, so that no engine takes it for content. */
export interface HiddenText {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly reason: 'invisible' | 'too-small' | 'off-page' | 'markup';
}

/** A page, sheet, slide, or the whole body of a format without pages. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** The name of a sheet, the title of a slide or chapter. */
  readonly name?: string;
  /** Points (1/72 inch) as displayed, after rotation; 0 where the format has no pages. */
  readonly width: number;
  readonly height: number;
  /** The page's part of `reading.text`. */
  readonly start: number;
  readonly end: number;
  readonly provenance: Provenance;
  /** 0..1: how sure recognition is of the page; absent where nothing was recognised. */
  readonly quality?: number;
  readonly lines: readonly Line[];
  /** In reading order. */
  readonly blocks: readonly Block[];
}

/** A file inside a file. `bytes` are complete; what was cut or refused is in the receipt, not here. */
export interface ReadChild {
  readonly name: string;
  readonly mediaType: string;
  readonly role: 'attachment' | 'member' | 'embedded';
  readonly bytes: Uint8Array;
  /** Of an attachment that the body shows: the name by which it does so (RFC 2392). */
  readonly contentId?: string;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** `new`: the sender's own words. `quoted`: copies of other mails. */
export const EMAIL_SECTION_KINDS = ['new', 'quoted', 'signature', 'disclaimer'] as const;
export type EmailSectionKind = (typeof EMAIL_SECTION_KINDS)[number];

/** A part of an e-mail's body; its text is `reading.text.slice(start, end)`. */
export interface EmailSection {
  readonly kind: EmailSectionKind;
  readonly start: number;
  readonly end: number;
  /** True of a quoted part that the sender passes on, rather than answers. */
  readonly isForwarded?: boolean;
}

/** What receiving servers found out about the sender: `pass`, `fail`, `softfail`, `none` and the like (RFC 8601, 2.7). */
export interface MailAuthentication {
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
}

/** What an e-mail says of itself, and its body without markup. */
export interface EmailContent {
  readonly messageId: string | null;
  readonly from: Mailbox | null;
  /** All whom `From` names, `from` first; several are rare. */
  readonly authors: readonly Mailbox[];
  /** Who sent it for them, where that is said. */
  readonly sender: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string | null;
  /** RFC 3339 UTC: when it was written, else when it came in; null where neither can be read. */
  readonly date: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Outlook's subject of the conversation, and the id (hex) that all its mails share. */
  readonly threadTopic: string | null;
  readonly conversationId: string | null;
  /** RFC 2919, without brackets. */
  readonly listId: string | null;
  readonly authentication: MailAuthentication;
  /** The body's part of `reading.text` (quoted history and signature included). */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** The body in parts, in order and without gaps but for blanks. */
  readonly sections: readonly EmailSection[];
  /** A few headers that help to tell automatic mail, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SkippedChild {
  readonly name: string;
  readonly reason: string;
}

/** What was and was not read; success is never claimed over loss. */
export interface ReadingReceipt {
  readonly pages: { readonly total: number; readonly read: number; readonly empty: number; readonly failed: number };
  readonly ocrPages: number;
  readonly characters: number;
  readonly childrenFound: number;
  readonly childrenSkipped: readonly SkippedChild[];
  readonly truncated: boolean;
  readonly warnings: readonly string[];
}

/**
 * One reading of one file, the same shape for all formats. `text` is the plain text of `GET …/text`:
 * lines end in `\n`, pages are parted by `\n\n`, and every offset above points into it.
 */
export interface Reading {
  readonly mediaType: string;
  readonly text: string;
  readonly pages: readonly Page[];
  readonly children: readonly ReadChild[];
  readonly email: EmailContent | null;
  /** Title, author, producer, dates and the like, where the file has them. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly hidden: readonly HiddenText[];
  readonly receipt: ReadingReceipt;
}

/** A reading without its children's bytes: what is kept and what the engines see. */
export type StoredReading = Omit<Reading, 'children'>;
