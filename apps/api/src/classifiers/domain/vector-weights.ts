/** From this share of English texts on, sentence vectors are taken to help; below the other, that they do not. */
const MOSTLY_ENGLISH = 0.8;
const HARDLY_ENGLISH = 0.2;
/** With fewer examples, what a sentence means tells more than which words it has. */
const FEW_EXAMPLES = 1_500;

/** The weights of sentence vectors that a training tries, by the share of English texts. The encoder knows English only. */
export function vectorWeightsFor(englishShare: number, examples: number): readonly number[] {
  if (englishShare < HARDLY_ENGLISH) return [0];
  const weight = examples < FEW_EXAMPLES ? 1.5 : 1;
  return englishShare < MOSTLY_ENGLISH ? [weight, 0] : [weight];
}
