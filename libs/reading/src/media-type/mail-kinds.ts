/** Names of header fields that mail has (RFC 5322 and common ones); one or two of them tell mail from `Key: value` text. */
const MAIL_FIELDS = new Set(
  (
    'from to cc bcc subject date received return-path delivered-to message-id mime-version content-type reply-to sender ' +
    'in-reply-to references content-transfer-encoding dkim-signature list-unsubscribe list-id authentication-results ' +
    'arc-seal x-mailer x-originating-ip thread-topic thread-index user-agent resent-from resent-to envelope-to importance ' +
    'received-spf content-disposition auto-submitted precedence comments newsgroups'
  ).split(' '),
);
const FIELD = /^([!-9;-~]{1,76})[ \t]*:/;
const FOLDED = /^[ \t]/;
/** At most this many header lines are looked at. */
const HEADER_LINES = 60;
/** Apple Mail's frame: the length of the message on a line of its own. */
const EMLX_FRAME = /^\d{2,10}[ \t]*\r?\n(?=[!-9;-~]{1,76}:)/;

/**
 * The kind of mail that a file's head is, null where it is none. `head` has a character for each byte: a body of any bytes
 * may follow a header of letters. `byName`: what the file's name claims; a header that is odd, or missing, is believed then.
 */
export function mailMediaType(head: string, byName: string | undefined): string | null {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  if (EMLX_FRAME.test(start) && mailFields(start.replace(EMLX_FRAME, '')).known > 1) return 'message/x-emlx';
  const { known, other, mailboxes } = mailFields(start);
  const isNamed = byName === 'message/rfc822' || byName === 'application/mbox';
  if (known < 2 && !(isNamed && known + other >= 1)) return null;
  return mailboxes > 1 || (mailboxes > 0 && byName === 'application/mbox') ? 'application/mbox' : 'message/rfc822';
}

/** Texts that come with mail and say what they are on their first line. */
export function attachedTextMediaType(start: string): string | null {
  if (/^begin:vcalendar\b/i.test(start)) return 'text/calendar';
  if (/^begin:vcard\b/i.test(start)) return 'text/vcard';
  return /^begin(?:-base64)? [0-7]{3,4} \S/.test(start) ? 'text/x-uuencode' : null;
}

interface MailFields {
  readonly known: number;
  readonly other: number;
  /** Messages that begin with mbox's `From ` line. */
  readonly mailboxes: number;
}

const NO_MAIL: MailFields = { known: 0, other: 0, mailboxes: 0 };

function mailFields(text: string): MailFields {
  const isMbox = /^From \S+ /.test(text);
  const mailboxes = isMbox ? (text.match(/^From \S+ +\S.*\d{4}/gm)?.length ?? 1) : 0;
  const names: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/, HEADER_LINES + 1).slice(isMbox ? 1 : 0)) {
    if (line === '') break;
    if (FOLDED.test(line)) continue;
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) break;
    names.push(name);
  }
  const known = new Set(names.filter(isMailField));
  return names.length === 0
    ? NO_MAIL
    : { known: known.size, other: names.filter((name) => !isMailField(name)).length, mailboxes };
}

const isMailField = (name: string): boolean => MAIL_FIELDS.has(name) || name.startsWith('x-');
