import { fold } from '@app/text';

/** More of a text than this is not compared word by word. */
const MOST_WORDS = 2_000;

/** Runs of letters and digits, folded: what stays of a text whatever its line breaks, quotation marks and dashes are. */
export const plainWords = (text: string, most: number = MOST_WORDS): string[] => {
  const words: string[] = [];
  for (const match of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(match[0]);
    if (words.length >= most) break;
  }
  return words;
};

/**
 * Words that change what a mail says although they are few: numbers in words, days, months, and denials, in the languages of the
 * cues. A word that means something else in another language only makes two mails less alike.
 */
const DECISIVE: ReadonlySet<string> = new Set(
  `one two three four five six seven eight nine ten eleven twelve once twice half double
   eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf einmal zweimal halb doppelt
   un deux trois quatre cinq sept huit neuf dix onze douze
   uno dos tres cuatro cinco seis siete ocho nueve diez once doce
   due tre quattro cinque sei sette otto nove dieci undici dodici
   um dois quatro cinco sete oito dez onze doze
   monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight
   montag dienstag mittwoch donnerstag freitag samstag sonntag heute morgen gestern ubermorgen
   lundi mardi mercredi jeudi vendredi samedi dimanche aujourd demain hier
   lunes martes miercoles jueves viernes sabado domingo hoy manana ayer
   lunedi martedi mercoledi giovedi venerdi sabato domenica oggi domani ieri
   segunda terca quarta quinta sexta hoje amanha ontem
   january february march april may june july august september october november december
   januar februar marz mai juni juli oktober dezember
   janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
   enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
   gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
   janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
   not no never none cannot can don doesn didn won isn aren wasn without nicht kein keine keinen nie ohne
   ne pas jamais sans ni nunca sin non mai senza nao nem sem cancel stop keep`.split(/\s+/),
);

/** A host or an address, a currency's sign, a word. */
const PIECE = /[\p{L}\p{N}_-]+(?:[.@][\p{L}\p{N}_-]+)+|\p{Sc}|[\p{L}\p{N}]+/gu;
const SAYS_BY_ITSELF = /[\p{N}\p{Sc}@]|\p{L}\.\p{L}/u;

/**
 * What must be equal in two mails that say the same: numbers and references, hosts and addresses, signs of currencies, and decisive
 * words, in their order.
 */
export const decisiveWords = (text: string): string[] => {
  const found: string[] = [];
  for (const [piece] of fold(text).matchAll(PIECE))
    if (SAYS_BY_ITSELF.test(piece) || DECISIVE.has(piece)) found.push(piece);
  return found;
};
