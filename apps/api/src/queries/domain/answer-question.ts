import { findAnswer, type FoundAnswer, type Passage } from './answer.js';
import { analyseQuestion } from './question.js';
import { findPayments } from './payments.js';

/** The answer to a question in the words of the passages, in parts where there are several; none where they do not say. */
export function answerQuestion(text: string, passages: readonly Passage[]): FoundAnswer[] {
  const languages = [...new Set(passages.map(({ language }) => language))];
  const question = analyseQuestion(text, languages);
  if (question.payment) return findPayments(question.payment, passages);
  const answer = findAnswer(question, passages);
  return answer ? [answer] : [];
}
