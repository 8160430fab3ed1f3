import type { FoundCue, TypeGuess } from './classification-model.js';
import { typeName } from './taxonomy/taxonomy.js';

const NAMED_CUES = 4;
/** A second type that is this likely is worth a sentence. */
const WORTH_NAMING = 0.1;

export const withArticle = (name: string): string => `${/^(?:[aeio]|u(?!ni|s|t))/i.test(name) ? 'an' : 'a'} ${name}`;

const listed = (labels: readonly string[]): string =>
  labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`;

/** One or two sentences that name what was found; labels of cues only, never a value out of the document. */
export function explain(
  best: TypeGuess,
  alternatives: readonly TypeGuess[],
  cues: readonly FoundCue[],
  nameOf: (type: string) => string = typeName,
): string {
  if (best.type === 'generic') return 'Nothing in the document speaks clearly for one of the known types.';
  const strongest = cues.filter((cue) => cue.points > 0).slice(0, NAMED_CUES);
  const found = `Read as ${withArticle(nameOf(best.type))}; found: ${listed(strongest.map((cue) => cue.label))}.`;
  const second = alternatives[0];
  if (second === undefined || second.type === 'generic' || second.confidence < WORTH_NAMING) return found;
  return `${found} It could also be ${withArticle(nameOf(second.type))}.`;
}
