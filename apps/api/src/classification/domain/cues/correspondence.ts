import { COMPLAINING_SENTENCES, ENDING_SENTENCES } from './letter-sentences.js';
import { head, layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const EMAIL: TypeCues = {
  type: 'email',
  names: ['email', 'mail', 'message'],
  cues: [
    pattern(
      'the header lines of a message',
      3.5,
      /^\s*(?:From|Von|De|Da)\s?:.{0,120}\n(?:.*\n){0,4}?\s*(?:Sent|To|An|Gesendet|Envoyé|À|A|Para|Date|Datum|Enviado|Inviato|Data)\s?:/m,
    ),
    pattern('a subject line', 1, /^\s*(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto)\s?:/m),
    layout('e-mail addresses', 0.8, (page) => ramp(page.emails, 0, 2)),
    text(
      'reply or forward marks',
      1.2,
      'original message | forwarded message | wrote | ursprungliche nachricht | weitergeleitete nachricht',
      'message dorigine | mensaje original | messaggio originale | sent from my',
    ),
    title(
      'the title of another document',
      -2,
      'invoice | agreement | contract | receipt | memorandum | purchase order',
    ),
    text('two parties that agree', -1.5, 'by and between | this agreement | in witness whereof'),
  ],
};

export const LETTER: TypeCues = {
  type: 'letter',
  names: ['letter', 'brief', 'schreiben', 'lettre', 'carta', 'lettera', 'cover letter', 'anschreiben'],
  cues: [
    pattern(
      'a salutation',
      2,
      /^\s*(?:Dear\s+\S|To whom it may concern|Sehr geehrte|Liebe[rs]?\s+\p{Lu}|Guten Tag|Madame,|Monsieur,|Madame, Monsieur|Ch[eè]re?\s|Estimad[oa]|Querid[oa]|Muy señor|Gentile|Egregi[oa]|Spett|Caro\s|Cara\s|Prezad[oa]|Exm[oa]|Geachte|Beste\s+\p{Lu})/mu,
    ),
    text(
      'a close',
      2,
      'sincerely | sincerely yours | yours sincerely | yours faithfully | best regards | kind regards',
      'very truly yours | respectfully yours | mit freundlichen grussen | freundliche grusse | hochachtungsvoll',
      'salutations distinguees | cordialement | veuillez agreer | atentamente | un saludo | saludos cordiales',
      'cordiali saluti | distinti saluti | atenciosamente | com os melhores cumprimentos | met vriendelijke groet',
      'hoogachtend',
    ),
    head(
      'a reference line',
      0.8,
      'subject | re | ref | our ref | your ref | betreff | unser zeichen | ihr schreiben vom | objet | n ref',
      'asunto | oggetto | assunto',
    ),
    text(
      'enclosures',
      0.6,
      'enclosure | enclosures | encl | anlage | anlagen | pieces jointes | adjunto | allegato | anexo',
    ),
    text('a sentence in which its writer ends a contract', 3, ...ENDING_SENTENCES),
    text('a sentence in which its writer complains', -2, ...COMPLAINING_SENTENCES),
    head(
      'the name of a form that ends a contract',
      1.5,
      'cancellation form | termination form | cancellation request | kundigungsformular | widerrufsformular',
      'formulaire de resiliation | solicitud de baja | modulo di recesso | pedido de cancelamento',
    ),
    layout('running text', 1, (page) => ramp(page.prose, 0.35, 0.7)),
    layout('one or two pages', 0.5, (page) => ramp(page.pages, 4, 2)),
    text(
      'terms of a contract',
      -1.8,
      'this agreement | letter agreement | by and between | in witness whereof | governing law',
      'agreed and accepted | confidential information | accepted and agreed',
    ),
    title(
      'the title of another document',
      -3,
      'invoice | agreement | contract | receipt | purchase order | statement | rechnung | *rechnung | facture',
      'factura | fattura | mahnung | report | memorandum | quotation | angebot | amendment',
    ),
    text(
      'amounts of an invoice',
      -1.5,
      'invoice number | invoice date | rechnungsnummer | rechnungsbetrag | numero de facture | total due',
      'versicherungssteuer',
    ),
    text(
      'a premium that is charged',
      -1.6,
      'beitragsrechnung | rechnungsbeitrag | zu zahlender beitrag | beitrag inklusive | versicherungsteuer',
      'premium due | premium notice | insurance premium tax | prime a payer | prima a pagar | premio da pagare',
    ),
    layout('the format of an e-mail', -4, (page) => page.isEmail),
    text('a public form', -1.5, 'omb no | internal revenue service | registration no'),
  ],
};

export const MEMO: TypeCues = {
  type: 'memo',
  names: ['memo', 'memorandum', 'aktennotiz', 'vermerk'],
  cues: [
    title(
      'the title of a memo',
      3.4,
      'memorandum | memo | interoffice memorandum | internal memo | aktennotiz | aktenvermerk | note de service',
      'note interne | memorando | promemoria | comunicazione interna',
    ),
    pattern(
      'to, from, date and subject',
      2.2,
      /^\s*(?:TO|To|AN|An|À|A|PARA|Para)\s?:.{0,100}\n(?:.*\n){0,3}?\s*(?:FROM|From|VON|Von|DE|De|DA|Da)\s?:/m,
    ),
    pattern(
      'a subject line',
      0.8,
      /^\s*(?:SUBJECT|Subject|RE|Re|BETREFF|Betreff|OBJET|Objet|ASUNTO|Asunto|OGGETTO|Oggetto)\s?:/m,
    ),
    layout('running text', 0.6, (page) => ramp(page.prose, 0.35, 0.7)),
    layout('the format of an e-mail', -4, (page) => page.isEmail),
    title(
      'the title of another document',
      -2,
      'memorandum of understanding | agreement | credit memorandum | invoice | memorandum of law',
    ),
    text('two parties that agree', -2, 'by and between | in witness whereof | this agreement'),
  ],
};
