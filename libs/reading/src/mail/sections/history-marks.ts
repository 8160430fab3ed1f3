import { isBlankLine, type TextLine } from './lines.js';

/** Words that begin the line above a quoted mail: `On … wrote:`, `Am … schrieb …:`. */
const ATTRIBUTION_START =
  /^[\s>*]*(?:on|am|le|el|il|em|op|den|dne|dnia|w dniu|в|at|on behalf of|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|20\d\d年|于|於|在)(?=[\s,\d年])/iu;
/** Its verbs, in the languages of mailers. */
const ATTRIBUTION_VERB =
  /(?:^|[\s>])(?:wrote|writes|schrieb|schrieben|a écrit|ecrit|écrit|escribió|escribio|ha scritto|scrive|escreveu|schreef|skrev|napsal(?:\(a\)|a)?|napisał(?:\(a\)|a)?|pisze|kirjoitti|написал(?:\(а\)|а)?|пишет)(?=[\s:<,\u00a0(]|$)|写道|寫道|書きました|のメール|작성/iu;
const LONGEST_ATTRIBUTION = 300;

/** Lines that mailers write above what they copy. */
const SEPARATOR =
  /^[\s>*]*(?:[-_=]{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|messaggio|mensagem|oorspronkelijk|doorgestuurd|begin forwarded|inoltrat|vidarebefordra|videresendt|исходное|пересылаемое|转发|原始|元のメッセージ|転送)[^\n]{0,60}|begin forwarded message:|anfang der weitergeleiteten[^\n]{0,20}:|début du (?:message|courriel) (?:transféré|réexpédié)[^\n]{0,5}:|inicio del mensaje reenviado:|inizio messaggio inoltrato:|início da mensagem (?:encaminhada|reencaminhada):|begin doorgestuurd bericht:)\s*$/iu;
const FORWARD =
  /forward|weitergeleitet|doorgestuurd|transféré|réexpédié|reenviado|encaminhad|inoltrat|vidarebefordra|videresendt|пересылаемое|转发|転送/iu;
const RULE = /^\s*[_-]{10,}\s*$/;

type Field = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject';

/** Fields of the header that Outlook and others copy above a quoted mail, by language. */
const FIELD_NAMES: Readonly<Record<Field, string>> = {
  from: 'from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|寄件者|差出人|보낸 사람',
  sent: 'sent|gesendet|envoyé|enviado(?: el| em)?|inviato|verzonden|skickat|sendt|wysłano|odesláno|lähetetty|отправлено|发送时间|寄件日期|送信日時|보낸 날짜',
  date: 'date|datum|fecha|data|dato|дата|日期|日時',
  to: 'to|an|à|para|a|aan|till|til|do|komu|vastaanottaja|кому|收件人|宛先|받는 사람',
  cc: 'cc|kopie|kopia|copie|copia|抄送',
  subject:
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|předmět|aihe|тема|主题|主旨|件名|제목',
};
const FIELD = new RegExp(
  `^[\\s>*]*(?:${Object.entries(FIELD_NAMES)
    .map(([field, names]) => `(?<${field}>${names})`)
    .join('|')})\\s?\\*?\\s?[:：]`,
  'iu',
);
/** Lines in which such a header stands; long lists of recipients are wrapped. */
const HEADER_LINES = 12;

/** A mark in a text behind which an earlier mail is copied. */
export interface HistoryMark {
  /** Index of its first and last line. */
  readonly first: number;
  readonly last: number;
  readonly isForwarded: boolean;
  /** True where only the quoted lines below belong to it, not all that follows. */
  readonly isAttribution: boolean;
}

/** The mark that stands in line `at`, or ends there; null where there is none. `from`: what lies before is taken already. */
export function historyMarkAt(lines: readonly TextLine[], at: number, from: number): HistoryMark | null {
  const text = lines[at]?.text ?? '';
  if (text.trim() === '' || text.length > LONGEST_ATTRIBUTION) return null;
  return separatorAt(lines, at, text) ?? attributionAt(lines, at, { text, from }) ?? headerAt(lines, at);
}

function separatorAt(lines: readonly TextLine[], at: number, text: string): HistoryMark | null {
  if (SEPARATOR.test(text)) return { first: at, last: at, isForwarded: FORWARD.test(text), isAttribution: false };
  // A rule alone may stand above a signature; above a copied header it belongs to that.
  const below = RULE.test(text) ? headerAt(lines, at + 1) : null;
  return below === null ? null : { ...below, first: at };
}

function attributionAt(
  lines: readonly TextLine[],
  at: number,
  { text, from }: { text: string; from: number },
): HistoryMark | null {
  const line = text.trimEnd();
  if (!/[:：]$/.test(line) && !/写道|寫道/.test(line)) return null;
  // Mailers wrap it: its verb, or only the end of it, may stand on the second or third line.
  let whole = line;
  let found: number | null = isAttribution(whole) ? at : null;
  for (let first = at; !ATTRIBUTION_START.test(whole) && first > Math.max(from, at - 2);) {
    const above = lines[--first];
    if (above === undefined || isBlankLine(above) || above.text.length > LONGEST_ATTRIBUTION) break;
    whole = `${above.text.trimEnd()} ${whole}`;
    if (ATTRIBUTION_START.test(whole) && isAttribution(whole)) found = first;
  }
  return found === null ? null : { first: found, last: at, isForwarded: false, isAttribution: true };
}

/** A date or an address has to stand in it: `as you wrote:` is none. */
const isAttribution = (text: string): boolean =>
  ATTRIBUTION_VERB.test(text) && (ATTRIBUTION_START.test(text) ? /\d|@/.test(text) : /<[^<>\s]+@[^<>\s]+>/.test(text));

/** `From: … Sent: … To: … Subject: …`: whose mail it is, when or about what, and one thing more. */
function headerAt(lines: readonly TextLine[], at: number): HistoryMark | null {
  const fields = new Set<string>();
  let last = at;
  if (fieldOf(lines[at]) === null) return null;
  for (let index = at; index < Math.min(lines.length, at + HEADER_LINES); index++) {
    const field = fieldOf(lines[index]);
    if (field !== null) {
      fields.add(field);
      last = index;
    } else if (index > last + 2 && fields.size > 2) break;
  }
  const isHeader = fields.size > 2 && fields.has('from') && (fields.has('sent') || fields.has('subject'));
  return isHeader ? { first: at, last, isForwarded: false, isAttribution: false } : null;
}

function fieldOf(line: TextLine | undefined): string | null {
  const groups = line === undefined ? undefined : FIELD.exec(line.text.slice(0, 60))?.groups;
  return groups === undefined ? null : (Object.keys(groups).find((name) => groups[name] !== undefined) ?? null);
}
