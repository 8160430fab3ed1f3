import { isStopword } from '@app/text';
import { type Analysis, type Sentence, isForm } from './analysis.js';
import type { Correspondent, Deadline, Task, TriageMessage } from './triage-model.js';

const MOST = 8;
const LONGEST = 300;

interface Grammar {
  /** The sender says what the sender will do. */
  readonly promise: RegExp;
  /** What follows the name of somebody who is to do something. */
  readonly duty: string;
}

/** By ISO 639-1; \b knows no accents, so words end where no letter follows. */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: {
    promise: /(?<!\p{L})(?:I|we)(?:['’]ll| will| shall| am going to| are going to)(?!\p{L})/iu,
    duty: 'needs? to|has to|must|should|will|shall|is going to|is to',
  },
  de: {
    promise: /(?<!\p{L})(?:ich werde|wir werden|werde ich|werden wir)(?!\p{L})/iu,
    duty: 'muss|müsste|soll|sollte|wird',
  },
  fr: {
    promise: /(?<!\p{L})(?:je vais|nous allons|je (?:vous )?\p{L}{2,20}rai|nous (?:vous )?\p{L}{2,20}rons)(?!\p{L})/iu,
    duty: 'doit|devra|devrait|va',
  },
  es: {
    promise: /(?<!\p{L})(?:voy a|vamos a|\p{L}{2,20}[aei]ré|\p{L}{2,20}[aei]remos)(?!\p{L})/iu,
    duty: 'debe|debería|deberá|tiene que|va a',
  },
  it: { promise: /(?<!\p{L})(?:\p{L}{2,20}[ei]rò|\p{L}{2,20}[ei]remo)(?!\p{L})/iu, duty: 'deve|dovrà|dovrebbe' },
  pt: {
    promise: /(?<!\p{L})(?:vou|vamos|\p{L}{2,20}[aei]rei|\p{L}{2,20}[aei]remos)(?!\p{L})/iu,
    duty: 'deve|deverá|deveria|precisa|tem de|tem que|vai',
  },
};

const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|M|Mme|Sra?|Sig|Sig\.ra|Dott)\.? )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2}`;
const VOCATIVE = new RegExp(`^(${NAME})(?:,| ?[-–:]) `, 'u');
const TITLED = /^(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|M|Mme|Sra?|Sig|Sig\.ra|Dott)\.? /;

const duties = new Map(
  Object.entries(GRAMMARS).map(([language, { duty }]) => [
    language,
    new RegExp(`(?<![\\p{L}])(${NAME}) (?:${duty})(?!\\p{L})`, 'u'),
  ]),
);

/**
 * Who has to do what by when: sentences that ask, each of its addressee or of somebody it names, and what the sender promises. A
 * deadline is one that stands in the sentence. English, German, French, Spanish, Italian, Portuguese.
 */
export function tasksOf(analysis: Analysis, message: TriageMessage, deadlines: readonly Deadline[]): Task[] {
  const people = namesOf([message.from, ...message.to, ...message.cc]);
  return analysis.sentences
    .flatMap((sentence) => {
      const quote = analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST));
      const owner = ownerOf(quote.replace(/\s+/g, ' '), sentence, analysis.language.code, people);
      if (owner === null) return [];
      const date = deadlines.find((due) => quote.includes(due.quote))?.date ?? null;
      return [{ text: quote.replace(/\s+/g, ' '), owner, date, quote }];
    })
    .slice(0, MOST);
}

const namesOf = (people: readonly (Correspondent | null)[]): ReadonlySet<string> =>
  new Set(people.flatMap((person) => person?.name.match(/\p{L}{2,}/gu) ?? []));

const isMatter = ({ matches }: Sentence): boolean =>
  !matches.some(
    (match) =>
      match.cue.family === 'injection' ||
      isForm(match, 'pleasantry') ||
      isForm(match, 'disclaimer') ||
      isForm(match, 'footer'),
  );

function ownerOf(
  text: string,
  sentence: Sentence,
  language: string,
  people: ReadonlySet<string>,
): Task['owner'] | null {
  if (!isMatter(sentence)) return null;
  const isAsked = sentence.matches.some((match) => isForm(match, 'directive'));
  const called = isAsked ? VOCATIVE.exec(text)?.[1] : undefined;
  const bound = duties.get(language)?.exec(text)?.[1];
  const name = [called, bound].find((one) => one !== undefined && isPerson(one, language, people));
  if (name !== undefined) return { kind: 'person', name };
  if (isAsked) return { kind: 'recipient', name: null };
  return isPromise(text, language) ? { kind: 'sender', name: null } : null;
}

const isPromise = (text: string, language: string): boolean => GRAMMARS[language]?.promise.test(text) === true;

/** A title says so, or the head of the mail knows the name; elsewhere two capitals in a row, but in German every noun has one. */
function isPerson(name: string, language: string, people: ReadonlySet<string>): boolean {
  if (TITLED.test(name)) return true;
  const words = name.split(' ');
  if (words.some((word) => isStopword(word.toLowerCase(), language))) return false;
  return words.some((word) => people.has(word)) || (words.length > 1 && language !== 'de');
}
