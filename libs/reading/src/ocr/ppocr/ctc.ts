/** A character that CTC decoding found, and where: time steps from the left of the line. */
export interface CtcCharacter {
  readonly text: string;
  /** 0..1 */
  readonly probability: number;
  /** Middle of its time steps. */
  readonly at: number;
}

export interface CtcLine {
  readonly characters: readonly CtcCharacter[];
  readonly steps: number;
  /** The probability of a space at each step. */
  readonly spaces: Float32Array;
}

/**
 * Greedy decoding (Graves et al. 2006): the best class of each time step, repeats joined, blanks (class 0) dropped.
 * `alphabet` has a text for each class; the last class is the space. Of `among`, where it is given, one wins.
 */
export function decodeCtc(
  probabilities: Float32Array,
  steps: number,
  alphabet: readonly string[],
  among?: Uint32Array,
): CtcLine {
  const classes = alphabet.length;
  const characters: CtcCharacter[] = [];
  const spaces = new Float32Array(steps);
  let previous = 0;
  let first = 0;
  let best = 0;
  const close = (end: number): void => {
    if (previous !== 0)
      characters.push({ text: alphabet[previous] ?? '', probability: best, at: (first + end - 1) / 2 });
  };
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    const winner = among ? bestOf(probabilities, offset, among) : argMax(probabilities, offset, classes);
    const probability = probabilities[offset + winner] ?? 0;
    spaces[step] = probabilities[offset + classes - 1] ?? 0;
    if (winner === previous) {
      best = Math.max(best, probability);
      continue;
    }
    close(step);
    previous = winner;
    first = step;
    best = probability;
  }
  close(steps);
  return { characters, steps, spaces };
}

function argMax(values: Float32Array, offset: number, length: number): number {
  let winner = 0;
  let best = -Infinity;
  for (let index = 0; index < length; index++) {
    const value = values[offset + index] ?? 0;
    if (value > best) {
      best = value;
      winner = index;
    }
  }
  return winner;
}

function bestOf(values: Float32Array, offset: number, among: Uint32Array): number {
  let winner = 0;
  let best = -Infinity;
  for (const index of among) {
    const value = values[offset + index] ?? 0;
    if (value > best) {
      best = value;
      winner = index;
    }
  }
  return winner;
}

/** Letters, digits and signs of Western print; the wide forms of Chinese print are others. */
const isWestern = (text: string): boolean => (text.codePointAt(0) ?? 0) < 0x180 || /^[€‘’“”–—…•™]$/.test(text);

/** The classes of Western characters, CTC's blank among them. */
export const westernClasses = (alphabet: readonly string[]): Uint32Array =>
  Uint32Array.from(alphabet.flatMap((text, index) => (isWestern(text) ? [index] : [])));

/**
 * A line in one script. Chinese stands in words of two and more; single characters of it among Western ones are misread
 * ornaments and letters, and wide signs are meant as narrow ones.
 */
export function decodeLine(
  probabilities: Float32Array,
  steps: number,
  { alphabet, western }: { readonly alphabet: readonly string[]; readonly western: Uint32Array },
): CtcLine {
  const line = decodeCtc(probabilities, steps, alphabet);
  if (line.characters.some((character, index) => isHan(character) && isHan(line.characters[index + 1]))) return line;
  const characters = line.characters.map((one) => ({ ...one, text: one.text.normalize('NFKC') }));
  return characters.every(({ text }) => isWestern(text))
    ? { ...line, characters }
    : decodeCtc(probabilities, steps, alphabet, western);
}

const isHan = (character: CtcCharacter | undefined): boolean => /^\p{Script=Han}$/u.test(character?.text ?? '');
