/** Choices out of a seed. */
export interface Choices {
  readonly random: () => number;
  readonly chance: (share: number) => boolean;
}
export function choicesOf(seed: number): Choices;
