import type { Range } from './lines.js';

/** Words of secrecy, and of whom the mail is meant for; a disclaimer has both, whatever the language. */
const SECRECY =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|confidenzial|vertrouwelijk|sigilos/i;
const RECIPIENT =
  /intended (?:only |solely )?for|intended recipient|addressee|received [^.]{0,40}in error|empfänger|irrtümlich|adressat|destinataire|par erreur|destinatari|por error|per errore|por engano|destinatário|geadresseerde|abusievelijk|bestemd voor/i;
/** It speaks of the mail that it stands under. */
const THIS_MAIL =
  /(?:this|the) (?:e-?mail|message|communication|transmission)|dies(?:e|er|es) (?:e-?mail|nachricht|mail|schreiben)|c(?:e|ette|et) (?:e-?mail|message|courriel|communication)|est[ea] (?:e-?mail|mensaje|correo|mensagem|comunicaci)|quest[oa] (?:e-?mail|messaggio|comunicazione)|(?:dit|deze) (?:e-?mail|bericht)/i;
/** Sentences that stand under mails on their own. */
const STANDING =
  /before printing|(?:think|consider the environment) before (?:you )?print|an die umwelt|bevor sie (?:diese )?e-?mail (?:aus)?drucken|avant d['’]imprimer|antes de imprimir|prima di stampare|voordat u deze e-?mail (?:af)?print|(?:scanned|checked) (?:for|by) [^.]{0,40}virus|virus[^.]{0,80}(?:liab|warrant|haft)/i;
const TITLE =
  /^[\s*=_-]*(?:legal |confidentiality |privacy |important )?(?:disclaimer|notice|haftungsausschluss|avis|aviso|avviso|hinweis)[^\n]{0,40}$/i;
const LEAST_LENGTH = 60;
const PARAGRAPH = /\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g;

/** The paragraphs in which a mail declares itself secret or clean, as one range; null where there are none. */
export function disclaimerIn(text: string, { start, end }: Range): Range | null {
  const part = text.slice(start, end);
  if (!STANDING.test(part) && !SECRECY.test(part)) return null;
  const found: Range[] = [];
  let title: number | null = null;
  for (const match of part.matchAll(PARAGRAPH)) {
    const [paragraph] = match;
    const from = start + match.index;
    if (isDisclaimer(paragraph)) found.push({ start: title ?? from, end: from + paragraph.length });
    title = TITLE.test(paragraph) ? from : null;
  }
  const [first] = found;
  const last = found.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

const isDisclaimer = (paragraph: string): boolean =>
  STANDING.test(paragraph) ||
  (paragraph.length >= LEAST_LENGTH && [SECRECY, RECIPIENT, THIS_MAIL].every((words) => words.test(paragraph)));
