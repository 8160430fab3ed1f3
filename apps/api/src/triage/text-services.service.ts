import { setImmediate } from 'node:timers/promises';
import { PersonalData, type PiiEntity, type RedactionMode } from '@app/privacy';
import { detectLanguage, type LanguageGuess } from '@app/text';
import { Injectable } from '@nestjs/common';

/** The language shows in the first lines of a text. UTF-16 code units. */
const LANGUAGE_SAMPLE = 2_000;
/** Texts between two turns of the event loop: a few milliseconds of work. */
const TEXTS_A_TURN = 16;

/** Small services on a text, computed while the caller waits and kept nowhere. */
@Injectable()
export class TextServices {
  constructor(private readonly personalData: PersonalData) {}

  async detectLanguages(texts: readonly string[]): Promise<LanguageGuess[]> {
    const results: LanguageGuess[] = [];
    for (const text of texts) {
      if (results.length % TEXTS_A_TURN === TEXTS_A_TURN - 1) await setImmediate();
      results.push(detectLanguage(text.slice(0, LANGUAGE_SAMPLE)));
    }
    return results;
  }

  async detectPersonalData(text: string): Promise<readonly PiiEntity[]> {
    return (await this.redact(text, 'mask')).entities;
  }

  async redact(text: string, mode: RedactionMode): Promise<{ text: string; entities: readonly PiiEntity[] }> {
    const { text: redacted, entities } = await this.personalData.redact({ text, mode });
    return { text: redacted, entities };
  }
}
