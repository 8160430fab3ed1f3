import { learnedFrom, type Lesson, type Weights } from './domain/learned.js';

/** What a tenant's corrections teach. */
export const compute = ({ lessons, bounds }: { lessons: readonly Lesson[]; bounds: readonly number[] }): Weights =>
  learnedFrom(lessons, bounds);
