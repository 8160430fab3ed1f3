import { detectLanguage, fold, isStopword, searchTerms, tokenize } from '@app/text';

export const QUESTION_KINDS = [
  'person',
  'date',
  'place',
  'money',
  'percent',
  'duration',
  'count',
  'reason',
  'phrase',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Which part of the sentence is asked for, as far as the order of words tells (English). */
export type QuestionForm = 'subject' | 'object' | 'other';

/** Who gets or who gives the money that is asked for. */
export interface PaymentRole {
  readonly role: 'payee' | 'payer';
  readonly party: string;
}

export interface Question {
  readonly text: string;
  /** ISO 639-1 */
  readonly language: string;
  readonly kind: QuestionKind;
  readonly form: QuestionForm;
  /** Stems of its content words, as documents are indexed. */
  readonly terms: ReadonlySet<string>;
  /** The word after "what" or "which": what the answer is an example of. */
  readonly focus: ReadonlySet<string>;
  /** The content word that the question word hangs on: its verb, as a rule. */
  readonly anchor: ReadonlySet<string>;
  /** Stems of the names that it names, by their capital letters. */
  readonly names: ReadonlySet<string>;
  readonly payment: PaymentRole | null;
}

/** Cues on the folded question, in the order in which they are tried. en, de, es, fr, it, pt, nl, zh, ja. */
const CUES: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'percent',
    /\b((what|which) )?per ?cent(age)?\b|\bprozent(satz)?\b|\bporcentaje\b|\bpourcentage\b|\bpercentuale\b|\bporcentagem\b|%|百分/,
  ],
  [
    'duration',
    /\bhow (long|old)\b|\bwhat age\b|\bwie (lange|alt)\b|\bcuanto tiempo\b|\bque edad\b|\bcombien de temps\b|\bquel age\b|\bquanto tempo\b|\bhoe (lang|oud)\b|多久|多长时间/,
  ],
  [
    'date',
    /\bwhen\b|\b(what|which) (year|date|day|month|decade|century)\b|\bwann\b|\bwelche[smnr]? (jahr|datum|tag|monat|jahrhundert)|\bcuando\b|\bque (ano|fecha|dia|mes|siglo)\b|\bquand\b|\bquel(le)? (annee|date|jour|mois|siecle)\b|\bquando\b|\b(che|quale) (anno|data|giorno)\b|\b(que|qual) (ano|data|dia)\b|\bwanneer\b|什么时候|何时|哪一?年|いつ|何年/,
  ],
  [
    'money',
    /[$€£¥]|\bhow much (money|does|do|did|was|were|is|are) .{0,60}\b(cost|pay|paid|charged?|owed?|spen[dt]|worth)|\bhow much (money|is due|is owed)|\bwhat (amount|price|sum|fee|cost)\b|\b(amount|price|total|fee|sum) (due|paid|owed|charged|of)\b|\bwie ?viel (geld|kostet|euro|dollar)|\b(betrag|preis|gesamtsumme)\b|\bcuanto (dinero|cuesta|costo|se pago)|\b(importe|precio)\b|\bcombien (d'argent|coute|a coute)|\b(montant|prix)\b|\bquanto (costa|denaro|custa|dinheiro)|\b(importo|prezzo|preco)\b|\bhoeveel (geld|kost)|\bbedrag\b|多少钱|いくら/,
  ],
  [
    'count',
    /\bhow (many|much|far|tall|high|large|big|deep|fast|often)\b|\b(what|which) (number|percentage|amount)\b|\bwie ?viele?\b|\bwie (hoch|weit|gross|oft)\b|\bcuant[oa]s?\b|\bcombien\b|\bquant[aieo]\b|\bquant[oa]s?\b|\bhoeveel\b|多少|[幾几][个個]|いくつ|何人/,
  ],
  [
    'person',
    /\bwho(m|se)?\b|\bwer\b|\bwe[mn]\b|\bwessen\b|\bquien(es)?\b|^qui\b|\b(a|de|par|pour) qui\b|\bchi\b|\bquem\b|^wie (is|was|heeft|zijn|waren)\b|谁|誰|だれ/,
  ],
  [
    'place',
    /\bwhere\b|\b(what|which) (city|country|state|town|place|location|region|continent)\b|\bwo(hin|her)?\b|\b(a|de )?donde\b|\bd'ou\b|^ou\b|\bdove\b|\bonde\b|\bwaar\b|哪里|哪儿|在哪|どこ/,
  ],
  [
    'reason',
    /\bwhy\b|\bwhat reason\b|\bwarum\b|\bweshalb\b|\bpor que\b|\bpourquoi\b|\bperche\b|\bwaarom\b|为什么|なぜ/,
  ],
  [
    'phrase',
    /\bwhat\b|\bwhich\b|\bhow\b|^was\b|\bwelche[rsmn]?\b|\bque\b|\bcual(es)?\b|\bquel(le)?s?\b|\bche\b|\bcosa\b|\bquale\b|\bqual\b|\bwat\b|\bwelke?\b/,
  ],
];

/** What somebody is called who is asked for with "which". */
const PEOPLE =
  /\b(?:person|player|actor|actress|singer|artist|poet|writer|author|scientist|researcher|chemist|physicist|engineer|inventor|explorer|leader|king|queen|emperor|president|minister|director|manager|coach|general|founder|owner|employee|customer|supplier|indian|man|woman|spieler|sänger|autor|forscher|präsident|jugador|científico|presidente|joueur|scientifique|président|giocatore|jogador)\b/iu;

const FOCUS =
  /\b(?:what|which|welche[rsmn]?|que|cual(?:es)?|quel(?:le)?s?|quale|quali|qual|quais|welke?)\s+(?:(?:kind|type|sort|name)s?\s+of\s+)?(\p{L}[\p{L}\p{M}-]*(?:\s+\p{L}[\p{L}\p{M}-]*)?)/iu;

/** "paid to Example", "charged by Example", "received from Example": a party named with its side of a payment. */
const PAID = '(?:paid|payed|sent|transferred|wired|charged|credited|refunded|billed|invoiced)';
const PARTY = '((?!the\\b|this\\b|that\\b|me\\b|us\\b|any\\b)[^?.,;]{2,60})';
const PAYMENTS: readonly (readonly [PaymentRole['role'], RegExp])[] = [
  ['payee', new RegExp(`\\b${PAID}(?:\\s+out)?\\s+to\\s+${PARTY}`, 'iu')],
  ['payee', new RegExp(`\\b(?:charged|billed|invoiced)\\s+by\\s+${PARTY}`, 'iu')],
  ['payer', new RegExp(`\\b(?:paid|payed|sent|transferred|wired|credited|refunded)\\s+by\\s+${PARTY}`, 'iu')],
  ['payer', new RegExp(`\\breceived\\s+from\\s+${PARTY}`, 'iu')],
];

const MONEY_SIGN =
  /[$€£¥]|\b(?:usd|eur|gbp|dollars?|euros?|amounts?|payments?|money|values?|total|how much|price|fee|sum)\b/iu;

function paymentOf(text: string): PaymentRole | null {
  if (!MONEY_SIGN.test(text)) return null;
  for (const [role, pattern] of PAYMENTS) {
    const party = pattern.exec(text)?.[1]?.trim();
    if (party !== undefined && party !== '') return { role, party };
  }
  return null;
}

/** The cue that stands first decides; of cues at the same place the more special one. */
function kindOf(folded: string, focus: string): QuestionKind {
  let kind: QuestionKind = 'phrase';
  let first = Infinity;
  for (const [candidate, cue] of CUES) {
    const index = cue.exec(folded)?.index ?? Infinity;
    if (index < first) [kind, first] = [candidate, index];
  }
  return kind === 'phrase' && PEOPLE.test(focus) ? 'person' : kind;
}

const WH = '(?:what|which|who|whom|whose)';
/** `what did X do`: the object is asked for. `what is X`: what follows or precedes the verb "to be". */
const OBJECT = new RegExp(`\\b${WH}\\b[^?]*?\\b(?:did|do|does|has|have|had|can|could|would|will|should)\\b`);
const COPULA = new RegExp(`\\b${WH}\\b[^?]{0,30}?\\b(?:is|are|was|were)\\b`);

function formOf(folded: string): QuestionForm {
  if (!new RegExp(`\\b${WH}\\b`).test(folded)) return 'other';
  if (new RegExp(`\\b${WH}\\s*[?.]?$`).test(folded) || OBJECT.test(folded)) return 'object';
  return COPULA.test(folded) ? 'other' : 'subject';
}

/** `who BUILT the bridge`, `what did they BUILD`: the first content word behind the question word, or the last of all. */
function anchorOf(text: string, form: QuestionForm, focus: string, language: string): ReadonlySet<string> {
  const asked = new Set(searchTerms(focus, language));
  const terms = searchTerms(text, language).filter((term) => !asked.has(term));
  const anchor = form === 'object' ? terms.at(-1) : terms[0];
  return new Set(anchor === undefined ? [] : [anchor]);
}

/**
 * What a question asks for, told by its question words.
 *
 * @param languages of the documents, the most frequent first; used where the question's own cannot be told.
 */
export function analyseQuestion(text: string, languages: readonly string[] = []): Question {
  const guess = detectLanguage(text);
  const sure = guess.confidence >= 0.8 || !languages.includes(guess.code);
  const language = guess.code === 'und' || !sure ? (languages[0] ?? guess.code) : guess.code;
  const folded = fold(text).trim();
  const payment = paymentOf(text);
  const focus = FOCUS.exec(text)?.[1] ?? '';
  return {
    text,
    language,
    kind: payment ? 'money' : kindOf(folded, focus),
    form: formOf(folded),
    terms: new Set(searchTerms(text, language)),
    focus: new Set(searchTerms(focus, language)),
    names: namesIn(text, language),
    anchor: anchorOf(text, formOf(folded), focus, language),
    payment,
  };
}

/** Words with a capital inside the question; in German every noun has one, which says nothing. */
function namesIn(text: string, language: string): ReadonlySet<string> {
  if (language === 'de') return new Set();
  const names = tokenize(text)
    .slice(1)
    .filter(({ text: word }) => /^\p{Lu}/u.test(word) && !isStopword(word.toLowerCase(), language))
    .map(({ text: word }) => word);
  return new Set(searchTerms(names.join(' '), language));
}
