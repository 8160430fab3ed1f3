import { describe, expect, it } from 'vitest';
import { planEngines } from './engine-plan.js';
import type { OcrMode } from './ocr-engine.js';

describe('planEngines', () => {
  it.each<[OcrMode, boolean, boolean, string[]]>([
    ['off', true, true, []],
    ['native', true, true, ['tesseract']],
    ['native', true, false, []],
    ['wasm', false, true, ['tesseract-wasm']],
    ['auto', true, true, ['tesseract', 'ppocr']],
    ['auto', true, false, ['tesseract-wasm', 'ppocr']],
    ['auto', false, true, ['ppocr', 'tesseract']],
  ])('%s, sheet %s, program %s: %j', (mode, isSheet, hasTesseract, engines) =>
    expect(planEngines(mode, isSheet, hasTesseract).map(({ engine }) => engine)).toEqual(engines),
  );
});
