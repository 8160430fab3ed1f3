import { decodeLesson, train, type Weights } from '../../fields/index.js';

export const compute = (lessons: readonly Uint8Array[]): Weights => train(lessons.map(decodeLesson));
