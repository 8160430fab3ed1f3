import { hasFewExamples } from '@app/text';

/** From this share of English texts on, sentence vectors are taken to help; below the other, that they do not. */
const MOSTLY_ENGLISH = 0.8;
const HARDLY_ENGLISH = 0.2;
/** With fewer examples, what a sentence means tells more than which words it has. */
const FEW_EXAMPLES = 1_500;

/** The weights of sentence vectors that a training tries, by the share of English texts. The encoder knows English only. */
export function vectorWeightsFor(englishShare: number, examples: number, labelCount: number): readonly number[] {
  if (englishShare < HARDLY_ENGLISH) return [0];
  // Where each label has few examples, a discriminant of the vectors adds to their weight.
  const weight = examples < FEW_EXAMPLES && !hasFewExamples(examples, labelCount) ? 1.5 : 1;
  return englishShare < MOSTLY_ENGLISH ? [weight, 0] : [weight];
}
