/** A word of letters and digits (or a number sign) in folded form, with its offsets in the text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** All the ways of writing "number" become one token, so that a schema needs to list only one. */
const NUMBER_WORDS = new Set([
  'no',
  'nr',
  'num',
  'nbr',
  'number',
  'nummer',
  'numero',
  'numéro',
  'número',
  'n',
  'nº',
  'n.o',
  'n°',
  'n°.',
  '#',
  '№',
  'numer',
]);
export const NUMBER_TOKEN = '#';

/** Lower case without diacritics; one UTF-16 unit may become several, so never use it for offsets. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');

const TOKEN = /\b[nN]\.[º°]|[\p{L}\p{M}]+(?:['’](?=\p{L}))?|\p{N}+|[#№]|[nN][°º]/gu;

/** Tokens of `text`, whose first character has the offset `base`. Letter-spaced words ("T O T A L") are joined. */
export function tokenize(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const folded = fold(match[0]).replace(/['’]$/, '');
    tokens.push({
      text: NUMBER_WORDS.has(folded) ? NUMBER_TOKEN : folded,
      start: base + match.index,
      end: base + match.index + match[0].length,
    });
  }
  return joinSpacedLetters(tokens);
}

const isLetter = (token: Token | undefined): boolean =>
  token !== undefined && token.end - token.start === 1 && /[\p{L}#]/u.test(token.text);

/** The end of a run of single letters with one space between them. */
function runOfLetters(tokens: readonly Token[], from: number): number {
  let end = from;
  while (isLetter(tokens[end])) {
    const gap = (tokens[end]?.start ?? 0) - (tokens[end - 1]?.end ?? 0);
    if (end > from && gap !== 1) break;
    end++;
  }
  return end;
}

function joinSpacedLetters(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = runOfLetters(tokens, at);
    const run = tokens.slice(at, end);
    const [first, last] = [tokens[at], run.at(-1)];
    if (first && last && run.length >= 4) {
      const letters = run.map((token) => (token.text === NUMBER_TOKEN ? 'n' : token.text));
      joined.push({ text: letters.join(''), start: first.start, end: last.end });
      at = end;
    } else {
      if (first) joined.push(first);
      at++;
    }
  }
  return joined;
}

/** Damerau-free edit distance, given up as soon as it exceeds `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Letters that recognition takes for one another, each group as its first member. */
const CONFUSED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '5': 's',
  '8': 'b',
  '6': 'g',
  '2': 'z',
};
export const unconfuse = (text: string): string => text.replace(/[0i15862]/g, (letter) => CONFUSED[letter] ?? letter);
