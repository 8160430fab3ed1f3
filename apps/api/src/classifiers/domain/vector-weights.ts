/** From this share of English texts on, sentence vectors are taken to help; below the other, that they do not. */
const MOSTLY_ENGLISH = 0.8;
const HARDLY_ENGLISH = 0.2;

/** The weights of sentence vectors that a training tries, by the share of English texts. The encoder knows English only. */
export function vectorWeightsFor(englishShare: number): readonly number[] {
  if (englishShare < HARDLY_ENGLISH) return [0];
  return englishShare < MOSTLY_ENGLISH ? [1, 0] : [1];
}
