import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.js';
import { createCueRegistry } from './cues/registry.js';
import { deadlinesOf } from './deadlines.js';

const registry = createCueRegistry();
/** A Friday. */
const SENT = '2026-11-20T10:00:00.000Z';
const found = (text: string, language = 'en', date: string | null = SENT): [string, string][] =>
  deadlinesOf(
    analyse(registry, { subject: '', body: text }, () => ({ code: language, confidence: 1 })),
    date,
  ).map((deadline) => [deadline.date, deadline.quote]);

describe('deadlines', () => {
  it.each([
    ['Please send the signed form to us by Tuesday.', '2026-11-24', 'by Tuesday'],
    ['Please send the signed form to us by next Monday.', '2026-11-23', 'by next Monday'],
    ['Please send the signed form to us by the end of the month.', '2026-11-30', 'by the end of the month'],
    ['We need the signed form no later than tomorrow.', '2026-11-21', 'no later than tomorrow'],
    ['Please send the signed form to us before 15 January.', '2027-01-15', 'before 15 January'],
    ['Please send the signed form to us until April 3rd.', '2027-04-03', 'until April 3rd'],
    ['The payment is due on 2026-12-01 at the latest.', '2026-12-01', 'due on 2026-12-01'],
    ['Bitte schicken Sie uns das Formular bis zum 30. November.', '2026-11-30', 'bis zum 30. November', 'de'],
    ['Bitte schicken Sie uns das Formular bis spätestens Mittwoch.', '2026-11-25', 'bis spätestens Mittwoch', 'de'],
    ['Merci de nous envoyer le formulaire avant le 4 décembre.', '2026-12-04', 'avant le 4 décembre', 'fr'],
    [
      'Por favor, envíe el formulario firmado antes del 5 de diciembre.',
      '2026-12-05',
      'antes del 5 de diciembre',
      'es',
    ],
    ['Si prega di inviare il modulo firmato entro domani, grazie mille.', '2026-11-21', 'entro domani', 'it'],
    ['Por favor, envie o formulário assinado até amanhã, obrigado.', '2026-11-21', 'até amanhã', 'pt'],
    ['Gelieve het ondertekende formulier uiterlijk dinsdag terug te sturen.', '2026-11-24', 'uiterlijk dinsdag', 'nl'],
  ])('%s', (text, date, quote, language = 'en') => expect(found(text, language)).toContainEqual([date, quote]));

  it.each([
    ['We met on 3 March 2026 and talked about lamps.'],
    ['The lamp was repaired by Kim, who works in the hall.'],
    ['The report was written in three weeks.'],
  ])('there is none in: %s', (text) => expect(found(text)).toEqual([]));

  it('relative ones need the day of the mail', () =>
    expect(found('Please answer by Tuesday.', 'en', null)).toEqual([]));
});
