// What a request shows of a document: which one it is, and what stands behind pseudonyms.
const TRIPLE = 3;
const TOKEN = /\[[A-Z_]+_\d+\]|\n\[…\]\n/g;

const triplesOf = (text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((_, at) => words.slice(at, at + TRIPLE).join(' ')));
};

/** Tells of which of these documents a text is a part: that with which it shares most runs of three words, rare ones first. */
export function recogniser(documents) {
  const owners = new Map();
  for (const document of documents)
    for (const triple of triplesOf(document.text)) {
      const list = owners.get(triple) ?? [];
      list.push(document);
      owners.set(triple, list);
    }
  return (text) => {
    const votes = new Map();
    for (const triple of triplesOf(text))
      for (const owner of owners.get(triple) ?? [])
        votes.set(owner, (votes.get(owner) ?? 0) + 1 / owners.get(triple).length);
    return [...votes].reduce((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0] ?? null;
  };
}

/**
 * A text that was sent, as somebody reads it who knows what each pseudonym in it stands for: `text` has the originals, `cut`
 * gives a stretch of it as it was sent, with whole pseudonyms, so that no answer holds more than what was shown.
 */
export function sightOf(sent, original) {
  const hidden = [];
  let text = '';
  let from = 0;
  let behind = 0;
  for (const { index, 0: token } of [...sent.matchAll(TOKEN), { index: sent.length, 0: '' }]) {
    const literal = sent.slice(from, index);
    const at = original.indexOf(literal, behind);
    const last = hidden.at(-1);
    if (at >= 0) {
      if (last && !last.token.startsWith('\n')) text += original.slice(behind, at);
      behind = at + literal.length;
    } else if (last) text += last.token;
    if (last) last.end = text.length;
    text += literal;
    if (token !== '') hidden.push({ token, start: text.length, end: text.length });
    if (token.startsWith('\n')) text += token;
    from = index + token.length;
  }
  return { text, hidden: hidden.filter(({ token }) => !token.startsWith('\n')), cut: cutter(text, hidden) };
}

function cutter(text, hidden) {
  return ({ start, end }) => {
    let cut = '';
    let at = start;
    for (const one of hidden) {
      if (one.end <= start || one.start >= end) continue;
      cut += text.slice(Math.min(at, one.start), one.start) + one.token;
      at = one.end;
    }
    return cut + text.slice(Math.min(at, end), end);
  };
}
