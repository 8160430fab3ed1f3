import { serve } from '@app/threads';
import { decodeLesson } from './lesson-codec.js';
import { train, type Weights } from './ranker.js';

serve((lessons: readonly Uint8Array[]): Weights => train(lessons.map(decodeLesson)));
