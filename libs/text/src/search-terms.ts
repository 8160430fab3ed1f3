import { fold } from './fold.js';
import { detectLanguage } from './language/detect-language.js';
import { stem } from './stem.js';
import { isStopword } from './stopwords.js';
import type { Token } from './text-model.js';
import { isUnspaced, tokenize } from './tokens.js';

/** `l'`, `dell'`, `qu'` before a word in French, Italian and Catalan. */
const ELISION = /^(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull|quest|jusqu|lorsqu)['’](?=\p{L}{2})/u;

function wordTerm(word: string, language: string): string | null {
  const bare = word.replace(ELISION, '');
  if (isStopword(bare, language)) return null;
  const term = fold(stem(bare, language)).replaceAll("'", '');
  return term === '' ? null : term;
}

/** Bigrams of a run of unspaced characters; a lone character is a term of its own. */
function bigrams(run: readonly Token[]): string[] {
  const characters = run.map((token) => fold(token.text));
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/**
 * The terms under which a text is found: words without stopwords, stemmed, folded; bigrams for scripts without spaces.
 * In the order of the text, repeats included.
 *
 * @param language ISO 639-1; guessed from the text where it is not given (give it for short queries).
 */
export function searchTerms(text: string, language: string = detectLanguage(text).code): string[] {
  const terms: string[] = [];
  let run: Token[] = [];
  const endRun = (): void => {
    if (run.length > 0) terms.push(...bigrams(run));
    run = [];
  };
  for (const token of tokenize(text)) {
    if (isUnspaced(token.text)) {
      if (run.length > 0 && run.at(-1)?.end !== token.start) endRun();
      run.push(token);
      continue;
    }
    endRun();
    const term = wordTerm(token.text.toLowerCase().normalize('NFC'), language);
    if (term !== null) terms.push(term);
  }
  endRun();
  return terms;
}
