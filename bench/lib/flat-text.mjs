// A text without all that readings write differently, and the way back.

/** Whether a character is one of a word or number. */
export const isLetter = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Letters and digits in lower case without accents; `offsets` say where each stands in the text. */
export function flatten(text) {
  let flat = '';
  const offsets = [];
  for (let at = 0; at < text.length; at++)
    for (const letter of text[at].normalize('NFKD').toLowerCase())
      if (isLetter(letter)) {
        flat += letter;
        for (let unit = 0; unit < letter.length; unit++) offsets.push(at);
      }
  return { text: flat, offsets };
}
