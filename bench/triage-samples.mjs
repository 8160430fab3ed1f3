// The e-mails of bench/triage.mjs, made from their number: matters of ordinary support mail in six languages.
import { writer } from '../scripts/samples/corpus/words.mjs';

/** Each in turn: greeting, sentences of the matter, of which some are taken, closing formula. `{n}` is a number, `{w}` a made-up word. */
const LETTERS = [
  {
    subject: 'Cannot sign in since the update of {w}',
    greeting: 'Dear support team,',
    sentences: [
      'since this morning nobody in our office can sign in to {w}.',
      'The page shows error {n} and then stays blank.',
      'We have restarted the server twice and nothing changed.',
      'About {n} people cannot work, and a customer waits for our answer.',
      'Please look at it today and tell us by Friday what the cause was.',
    ],
    closing: 'Kind regards',
  },
  {
    subject: 'Rechnung {n} ist zu hoch',
    greeting: 'Sehr geehrte Damen und Herren,',
    sentences: [
      'die Rechnung {n} vom letzten Monat ist aus unserer Sicht zu hoch.',
      'Vereinbart waren {n},00 EUR, berechnet wurden {n},50 EUR.',
      'Bitte prüfen Sie den Betrag und senden Sie uns eine Gutschrift.',
      'Die Zahlung halten wir bis zu Ihrer Antwort zurück.',
      'Unsere Kundennummer lautet {n}.',
    ],
    closing: 'Mit freundlichen Grüßen',
  },
  {
    subject: 'Commande {n} : colis non reçu',
    greeting: 'Bonjour,',
    sentences: [
      'nous avons passé la commande {n} il y a trois semaines et le colis n’est toujours pas arrivé.',
      'Le suivi indique depuis {n} jours que la livraison est en cours.',
      'Pourriez-vous vérifier auprès du transporteur {w} ?',
      'Sans nouvelles de votre part avant vendredi, nous annulerons la commande.',
      'Merci de nous répondre rapidement.',
    ],
    closing: 'Cordialement',
  },
  {
    subject: 'Solicitud de presupuesto para {w}',
    greeting: 'Buenos días:',
    sentences: [
      'estamos interesados en su producto {w} para nuestras oficinas.',
      'Necesitaríamos unas {n} licencias durante un año.',
      '¿Podrían enviarnos un presupuesto antes del lunes?',
      '¿Ofrecen descuentos a partir de {n} unidades?',
      'Quedamos a la espera de su respuesta.',
    ],
    closing: 'Un saludo',
  },
  {
    subject: 'Disdetta del contratto {n}',
    greeting: 'Gentili signori,',
    sentences: [
      'con la presente desidero disdire il contratto {n} alla prima scadenza utile.',
      'Vi prego di confermare per iscritto la data di cessazione.',
      'Il servizio {w} non funziona bene da {n} giorni e nessuno ci ha risposto.',
      'Chiediamo inoltre il rimborso di {n},00 EUR.',
      'Resto in attesa di un vostro riscontro.',
    ],
    closing: 'Cordiali saluti',
  },
  {
    subject: 'Pedido de alteração do endereço de entrega',
    greeting: 'Boa tarde,',
    sentences: [
      'gostaria de alterar o endereço de entrega da encomenda {n}.',
      'O novo endereço é Rua {w}, {n}.',
      'A entrega estava prevista para amanhã, por isso peço urgência.',
      'Podem confirmar se ainda é possível?',
      'Muito obrigado pela ajuda.',
    ],
    closing: 'Com os melhores cumprimentos',
  },
];
const LEAST_SENTENCES = 3;

/** One e-mail as `POST /v1/triage` takes it; the same number makes the same one. */
export function letterOf(seed) {
  const words = writer(seed);
  const { whole, word, heading } = words;
  const letter = LETTERS[seed % LETTERS.length];
  const filled = (text) => text.replaceAll('{n}', () => String(10 + whole(99_000))).replaceAll('{w}', () => heading());
  const taken = letter.sentences.slice(0, LEAST_SENTENCES + whole(letter.sentences.length - LEAST_SENTENCES + 1));
  const from = { name: `${heading()} ${heading()}`, address: `${word()}.${seed}@example.test` };
  return {
    from: `${from.name} <${from.address}>`,
    to: 'service@example.test',
    subject: filled(letter.subject),
    text: `${letter.greeting}\n\n${taken.map(filled).join(' ')}\n\n${letter.closing}\n${from.name}\n`,
    receivedAt: new Date(Date.UTC(2026, 3, 27, 8, 0, seed % 3600)).toISOString(),
  };
}

/**
 * So many e-mails of which this share says again, byte for byte, what an earlier one of them has said; spread evenly. Answers
 * letters with numbers from `from` on.
 */
export function letters(count, duplicates, from) {
  const made = [];
  const { whole } = writer(from + 1);
  let fresh = 0;
  for (let n = 0; n < count; n++) {
    const isDuplicate = fresh > 0 && fresh >= (n + 1) * (1 - duplicates);
    made.push(letterOf(from + (isDuplicate ? whole(fresh) : fresh++)));
  }
  return made;
}
