import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOcrLanguage, OCR_LANGUAGES, packedDataFolder, unpackTesseractData } from './tesseract-data.js';

describe('data of languages', () => {
  it.each(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'])('are there for %s', async (code) => {
    if (!isOcrLanguage(code)) throw new Error(code);
    await expect(
      access(join(packedDataFolder(code), `${OCR_LANGUAGES[code]}.traineddata.gz`)),
    ).resolves.toBeUndefined();
  });

  it.each([undefined, 'sv', 'toString'])('are not claimed for %s', (code) => expect(isOcrLanguage(code)).toBe(false));

  it('are unpacked where nobody else can change them', async () => {
    const folder = (await unpackTesseractData()) ?? '';
    for (const name of Object.values(OCR_LANGUAGES)) await access(join(folder, `${name}.traineddata`));
    expect((await stat(folder)).mode & 0o022).toBe(0);
    expect(await unpackTesseractData()).toBe(folder);
  });
});
