import { findAnswer, type FoundAnswer, type Passage } from './answer.js';
import { analyseQuestion } from './question.js';
import { findPayments } from './payments.js';

/** Lines of a message's head are sentences of their own, whatever stands between them. */
const HEAD_LINE = /^[\p{L}-]{2,12}: /mu;

/** The quote of an answer out of a message's head is its line alone. */
function quoted(found: FoundAnswer): FoundAnswer {
  const { passage, sentence, span } = found;
  const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
  if (!HEAD_LINE.test(text)) return found;
  const from = text.lastIndexOf('\n', span.start - sentence.start) + 1;
  const next = text.indexOf('\n', span.end - sentence.start);
  const end = next < 0 ? text.length : next;
  return { ...found, sentence: { start: sentence.start + from, end: sentence.start + end } };
}

/** The answer to a question in the words of the passages, in parts where there are several; none where they do not say. */
export function answerQuestion(text: string, passages: readonly Passage[]): FoundAnswer[] {
  const languages = [...new Set(passages.map(({ language }) => language))];
  const question = analyseQuestion(text, languages);
  if (question.payment) return findPayments(question.payment, passages).map(quoted);
  const answer = findAnswer(question, passages);
  return answer ? [quoted(answer)] : [];
}
