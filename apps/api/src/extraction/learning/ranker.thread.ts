import { serve } from '@app/threads';
import { decodeLesson, train, type Weights } from '../../fields/index.js';

serve((lessons: readonly Uint8Array[]): Weights => train(lessons.map(decodeLesson)));
