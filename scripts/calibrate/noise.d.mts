import type { StoredReading } from '@app/reading';
import type { Choices } from './words.mjs';

export function asRecognised<R extends Pick<StoredReading, 'text' | 'pages'>>(
  reading: R,
  c: Choices,
  quality: number,
): R;
