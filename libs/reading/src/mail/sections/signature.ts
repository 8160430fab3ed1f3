import { isBlankLine, linesOf, type Range, type TextLine } from './lines.js';

/** RFC 3676, 4.3, with and without the blank that mailers lose. */
const DELIMITER = /^(?:--|—|–)[ \t\u00a0]*$/;
/** What telephones write under mails. */
const DEVICE =
  /^\s*(?:sent (?:from|via|with|using) (?:my |the )?[\p{L}\d]|get outlook for|von meinem [^\n]{1,40} gesendet|gesendet (?:von|mit) |diese nachricht wurde von meinem|envoyé (?:de|depuis|à partir de) (?:mon|ma|l['’]|outlook)|enviado (?:desde|do|de) (?:mi|meu|meu dispositivo|outlook|iphone)|inviato da(?:l mio)? |verzonden (?:vanaf|met|vanuit) |отправлено с |skickat från min|sendt fra min|発信元|从我的 ?\p{L}+ ?发送|发自我的)[^\n]{0,80}$/iu;
/** The formula above a name, alone on its line. */
const CLOSING =
  /^\s*(?:(?:best|kind|warm|many|with (?:best|kind))?\s?regards|best(?: wishes)?|cheers|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully|(?:many )?thanks(?: (?:and|&) (?:best |kind )?regards| again| in advance)?|thank you|(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) (?:grüßen|gruessen|grüsse|grüße|dank)|(?:viele|beste|liebe|herzliche|schöne|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|hochachtungsvoll|(?:bien )?cordialement|(?:meilleures|sincères) salutations|bien à vous|salutations distinguées|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|cordiali saluti|distinti saluti|un saluto|saluti|grazie|atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|abraços?|obrigad[oa]|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groeten?|mvg|pozdrawiam|med vänlig(?:a)? hälsning(?:ar)?|med venlig hilsen|с уважением)[\s,.!–-]*$/iu;
/** What stands in the block under a name. */
const CONTACT =
  /@[\w.-]+\.\w|https?:\/\/|www\.|(?:^|\s)(?:tel|phone|mobile?|cell|fax|telefon|handy|mobil|téléphone|teléfono|telefono|telefone|telefoon|m|t|p|f|e)\s?[.:]|\+\d[\d\s().-]{7,}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}/iu;
/** Mailing lists write these behind a rule. */
const LIST_FOOTER = /^_{10,}\s*$/;

const LONGEST_LINE = 100;
const MOST_LINES = 18;
/** Under a name without a formula above it. */
const LEAST_CONTACTS = 2;

/** Where the signature begins inside a part of a mail; null where there is none. It goes on to the part's end. */
export function signatureStart(text: string, range: Range): number | null {
  const lines = linesOf(text, range.start, range.end);
  // A dash alone may part chapters of a long text.
  const marked = lines.slice(-2 * MOST_LINES).find(({ text: line }) => isMark(line));
  return marked?.start ?? contactStart(lines);
}

const isMark = (line: string): boolean => DELIMITER.test(line) || DEVICE.test(line) || LIST_FOOTER.test(line);

/** The block of short lines at the end that says how to reach somebody. */
function contactStart(lines: readonly TextLine[]): number | null {
  const from = Math.max(0, lines.length - MOST_LINES);
  const closing = lines.findLastIndex(({ text }, index) => index >= from && CLOSING.test(text));
  if (closing >= 0) return blockStart(lines, closing + 1, 1);
  let first = lines.length;
  while (first > from && !isBlankLine(lines[first - 1] as TextLine)) first--;
  // A mail that is nothing but such a block is no signature.
  return first === 0 ? null : blockStart(lines, first, LEAST_CONTACTS);
}

function blockStart(lines: readonly TextLine[], from: number, least: number): number | null {
  const block = lines.slice(from).filter((line) => !isBlankLine(line));
  const isShort = block.every(({ text }) => text.length <= LONGEST_LINE);
  const contacts = block.filter(({ text }) => CONTACT.test(text)).length;
  return block.length > 1 && isShort && contacts >= least ? (block[0]?.start ?? null) : null;
}
