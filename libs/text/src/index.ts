export * from './text-model.js';
export { fold, foldKeepingOffsets } from './fold.js';
export { digitRuns } from './digit-runs.js';
export { isUnspaced, ngrams, tokenize } from './tokens.js';
export { stem } from './stem.js';
export { isStopword, STOPWORDS } from './stopwords.js';
export { searchTerms } from './search-terms.js';
export { type AlignedPair, alignSequences } from './alignment.js';
export { bandsOf, hash32, shinglesOf, sketchOf, sketchSimilarity } from './min-hash.js';
export { editDistance, jaccard, similarity } from './similarity.js';
export { detectLanguage, detectLanguages } from './language/detect-language.js';
export { currencyOf } from './numbers/currencies.js';
export { inferDecimalMark } from './numbers/decimal-mark.js';
export { findMoney, type MoneyOptions } from './numbers/find-money.js';
export { findNumbers, type NumberOptions } from './numbers/find-numbers.js';
export { parseAmount } from './numbers/parse-amount.js';
export { inferDateOrder } from './dates/date-order.js';
export { findDates, type DateOptions } from './dates/find-dates.js';
export { findDurations } from './durations.js';
export { patternMatcher, type PatternMatcher } from './linear-pattern.js';
export { findPhones, phoneParts } from './phones.js';
export { QuoteFinder, type FoundQuote, type QuoteMatch } from './quote-finder.js';
export { splitSentences } from './sentences.js';
export { textFeatures } from './linear/text-features.js';
export { hasFewExamples, type LabelledSample, modelBytes, type TextSample } from './linear/linear-model.js';
export { decodeClassifier, encodeClassifier } from './linear/model-codec.js';
export {
  type ClassifierOptions,
  predict,
  type TextClassifier,
  type TextPrediction,
  trainClassifier,
  type TrainingMetrics,
} from './linear/train-classifier.js';
