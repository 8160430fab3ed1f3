import { isAppError } from '@app/kernel';
import type { ReadingLimits } from '../readers/format-reader.js';
import { settleLookAlikes } from './confusions.js';
import { planEngines, SURE_ENOUGH } from './engine-plan.js';
import type { EngineName, OcrEngine, OcrOptions, Quarters, Recognised } from './ocr-engine.js';
import { type OcrImage, type OcrSource, toOcrImage } from './ocr-image.js';
import { knownLanguage, languageOf, rememberLanguage, withAccentsOf } from './page-language.js';
import { cleaned, levelled } from './prepare-sheet.js';
import { findTesseract } from './tesseract-cli.js';
import type { OcrLanguage } from './tesseract-data.js';
import { isSheet } from './tesseract-settings.js';
import { turnBack } from './turned-picture.js';

/** A loss that the receipt names. */
export type OcrLoss = 'ocr_off' | 'ocr_deadline' | 'ocr_unavailable';
export type OcrResult =
  | ({ readonly kind: 'words' } & Recognised)
  | { readonly kind: 'failed'; readonly warning: OcrLoss };

/** Milliseconds kept back from the deadline for what follows recognition. */
const RESERVE = 1500;

/** Engines are loaded when first needed: each has a library of its own. */
const ENGINES: Readonly<Record<EngineName, () => Promise<OcrEngine>>> = {
  tesseract: async () => (await import('./tesseract-native.engine.js')).nativeTesseract,
  'tesseract-wasm': async () => (await import('./tesseract-wasm.engine.js')).wasmTesseract,
  ppocr: async () => (await import('./ppocr.engine.js')).ppocr,
};

/** Recognises the words of a page or picture. What recognition could not do is an answer, not an error; a picture that cannot be decoded is one. */
export async function recognise(source: OcrSource, limits: ReadingLimits): Promise<OcrResult> {
  if (limits.ocr === 'off') return { kind: 'failed', warning: 'ocr_off' };
  const picture = await toOcrImage(source);
  const best = await new PictureReading(picture, limits).read();
  if (typeof best === 'string') return { kind: 'failed', warning: best };
  return { kind: 'words', ...best, words: best.words.map((word) => ({ ...word, text: settleLookAlikes(word.text) })) };
}

/** One reading of a picture, and how the next one would be made better. */
interface Candidate {
  readonly engine: EngineName;
  readonly result: Recognised;
}

/** Share of the time that is left, which an engine may take that is not the last one. */
const SHARE_OF_TIME = 0.6;

class PictureReading {
  private readonly options: OcrOptions;
  private readonly tesseract: EngineName | null;
  private sheet: Promise<OcrImage> | null = null;

  constructor(
    private readonly picture: OcrImage,
    private readonly limits: ReadingLimits,
  ) {
    const { maxPixels, tesseractPath, tessdataPath } = limits;
    const language = knownLanguage(limits) ?? 'en';
    this.options = { maxPixels, tesseractPath, tessdataPath, language, deadline: limits.deadline - RESERVE };
    this.tesseract = tesseractFor(limits);
  }

  async read(): Promise<Recognised | OcrLoss> {
    const best = await this.readUpright();
    return typeof best === 'string' ? best : this.readInLanguage(best);
  }

  /** Engines one after the other until one is sure; the Tesseract reading of a sheet that was not upright is made again. */
  private async readUpright(): Promise<Candidate | OcrLoss> {
    const plan = planEngines(this.limits.ocr, isSheet(this.picture), this.tesseract === 'tesseract');
    let best: Candidate | null = null;
    let loss: OcrLoss = 'ocr_unavailable';
    for (const [index, { engine, enough }] of plan.entries()) {
      const result = await this.attempt(engine, { isLast: index === plan.length - 1 });
      if (typeof result === 'string') {
        loss = result;
        continue;
      }
      best = better(best, { engine, result });
      if (result.confidence >= enough && !isOnItsSide(result)) break;
    }
    if (best === null) return loss;
    const { quarters } = best.result;
    if (this.tesseract === null || !isSheet(this.picture) || quarters === 0) return best;
    const again = await this.attempt(this.tesseract, { quarters });
    if (typeof again === 'string') return best;
    const upright = { engine: this.tesseract, result: again };
    return again.confidence >= SURE_ENOUGH ? upright : better(best, upright);
  }

  /** Reads again with the data of the language that a first reading shows. */
  private async readInLanguage({ engine, result }: Candidate): Promise<Recognised> {
    const found = languageOf(result, this.limits);
    if (found === null || this.tesseract === null) return result;
    rememberLanguage(this.limits, found);
    const isRead = engine === 'ppocr' ? found === 'en' : found === this.options.language;
    if (isRead) return result;
    const again = await this.attempt(this.tesseract, { language: found, quarters: result.quarters });
    if (typeof again === 'string') return result;
    return engine === 'ppocr'
      ? withAccentsOf(result, again)
      : worthOf(again) > WORSE * worthOf(result)
        ? again
        : result;
  }

  private async attempt(name: EngineName, options: AttemptOptions): Promise<Recognised | OcrLoss> {
    try {
      return await this.run(await ENGINES[name](), options);
    } catch (error) {
      if (!isAppError(error)) return 'ocr_unavailable';
      if (error.code === 'reading_timeout') return 'ocr_deadline';
      if (error.code === 'ocr_unavailable') return 'ocr_unavailable';
      throw error;
    }
  }

  /** Photographs go to PP-OCR as they are, which has learned from such; all else is cleaned, and levelled for Tesseract. */
  private async run(
    engine: OcrEngine,
    { language = this.options.language, quarters = 0, isLast = true }: AttemptOptions,
  ): Promise<Recognised> {
    const left = this.options.deadline - Date.now();
    const deadline = isLast ? this.options.deadline : Date.now() + Math.floor(left * SHARE_OF_TIME);
    const options = { ...this.options, language, deadline };
    if (engine.name === 'ppocr' && !isSheet(this.picture)) return engine.recognise(this.picture, options);
    this.sheet ??= cleaned(this.picture);
    if (engine.name === 'ppocr') return engine.recognise(await this.sheet, options);
    const { picture, turn } = await levelled(await this.sheet, quarters);
    return turnBack(await engine.recognise(picture, options), turn, this.picture, picture);
  }
}

interface AttemptOptions {
  readonly language?: OcrLanguage;
  readonly quarters?: Quarters;
  /** No other engine is tried after this one. */
  readonly isLast?: boolean;
}

/** The program where it is installed, else WebAssembly; null where the program is demanded and missing. */
function tesseractFor({ ocr, tesseractPath }: ReadingLimits): EngineName | null {
  if (ocr === 'wasm') return 'tesseract-wasm';
  if (findTesseract(tesseractPath) !== null) return 'tesseract';
  return ocr === 'native' ? null : 'tesseract-wasm';
}

/** A reading with the right language's data is better even where it is a little less sure. */
const WORSE = 0.95;

const better = (a: Candidate | null, b: Candidate): Candidate =>
  a === null || worthOf(b.result) > worthOf(a.result) ? b : a;

/** Sure characters: what an engine makes of a picture's texture is long, but it is not sure of it. */
const worthOf = ({ words, confidence }: Recognised): number =>
  confidence ** 2 * words.reduce((sum, word) => sum + (word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/** Tesseract reads lines that run up or down the page, but does not say which of the two. */
function isOnItsSide({ words, quarters }: Recognised): boolean {
  if (quarters !== 0) return false;
  const long = words.filter(({ text }) => text.length >= 4);
  const tall = long.filter(({ rect }) => rect.bottom - rect.top > rect.right - rect.left);
  return tall.length > long.length / 2;
}
