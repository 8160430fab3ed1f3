// What recognition does to a page: letters that look alike, and how sure it says it is of each word.
const ALIKE = {
  0: 'O',
  O: '0',
  1: 'l',
  l: '1',
  I: '1',
  5: 'S',
  S: '5',
  8: 'B',
  B: '8',
  6: 'b',
  2: 'Z',
  Z: '2',
  e: 'c',
  c: 'e',
  n: 'h',
  h: 'b',
  a: 'o',
  o: 'a',
  i: 'l',
  t: 'f',
  '.': ',',
  ',': '.',
};

/** Share of wrong words that the engine is not sure of. */
const NOTICED = 0.7;

/** The reading of a page as a scan of such a quality (0..1) would have given it. Letters change, places do not. */
export function asRecognised(reading, c, quality) {
  const letters = reading.text.split('');
  const perLetter = 0.08 * (1 - quality) ** 1.5;
  const pages = reading.pages.map((page) => ({
    ...page,
    provenance: 'ocr',
    lines: page.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => {
        let wrong = 0;
        for (let at = word.start; at < word.end; at++) {
          const other = ALIKE[letters[at]];
          if (other === undefined || !c.chance(perLetter)) continue;
          letters[at] = other;
          wrong++;
        }
        // Engines notice much of what they get wrong, and doubt some of what they get right.
        const doubt = wrong > 0 && c.chance(NOTICED) ? 0.1 + 0.5 * c.random() : 0.12 * c.random() * (1.3 - quality);
        return { ...word, confidence: 1 - doubt };
      }),
    })),
  }));
  return { ...reading, text: letters.join(''), pages };
}
