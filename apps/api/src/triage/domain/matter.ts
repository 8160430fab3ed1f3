import type { Analysis, Sentence } from './analysis.js';

const isForModels = ({ matches }: Pick<Sentence, 'matches'>): boolean =>
  matches.some(({ cue }) => cue.family === 'injection');

/** Whether a place in the text of an analysis lies in a sentence, or a subject, that is written to steer a model. */
export function isFlagged(analysis: Analysis, at: number): boolean {
  if (at < analysis.subjectEnd) return isSubjectForModels(analysis);
  const sentence = analysis.sentences.find(({ start, end }) => start <= at && at < end);
  return sentence !== undefined && isForModels(sentence);
}

const isSubjectForModels = ({ matches, subjectEnd }: Analysis): boolean =>
  isForModels({ matches: matches.filter(({ start }) => start < subjectEnd) });

/**
 * What the sender says to the reader, a sentence a line: subject and sentences without those that are written to steer a model. What a model says of a mail
 * is proved by this text, so that an order to it proves nothing.
 */
export function matterOf(analysis: Analysis): string {
  const { text, subjectEnd, sentences } = analysis;
  const subject = isSubjectForModels(analysis) ? '' : text.slice(0, subjectEnd);
  const said = sentences.filter((sentence) => !isForModels(sentence)).map(({ start, end }) => text.slice(start, end));
  // Lines of a mail break anywhere, lines of its matter where sentences end.
  return [subject, ...said].map((sentence) => sentence.replace(/\s+/g, ' ')).join('\n');
}
