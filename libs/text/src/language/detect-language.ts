import type { LanguageGuess } from '../text-model.js';
import { eldScores } from './eld.js';

const UNKNOWN: LanguageGuess = { code: 'und', confidence: 0 };

export function detectLanguage(text: string): LanguageGuess {
  const entries = Object.entries(eldScores(text)).sort((a, b) => b[1] - a[1]);
  const best = entries[0];
  if (best === undefined) return UNKNOWN;
  return { code: best[0] === 'no' ? 'nb' : best[0], confidence: best[1] };
}

export const detectLanguages = (texts: readonly string[]): LanguageGuess[] => texts.map(detectLanguage);
