import { describe, expect, it } from 'vitest';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';
import { testLimits } from './limits.builder.js';
import { readBounded, readDocument } from './read-document.js';

const limits = testLimits();
const reader: FormatReader = {
  mediaTypes: ['text/x-test'],
  maxBytes: () => 8,
  read: async ({ bytes, mediaType }) => {
    const builder = new ReadingBuilder(mediaType, 100);
    builder.addText(Buffer.from(bytes).toString());
    builder.warn('of_the_reader');
    return builder.build();
  },
};
const read = (text: string) => readBounded(reader, { bytes: Buffer.from(text), mediaType: 'text/x-test', limits });

describe('readBounded', () => {
  it('gives a reader no more bytes than it wants, and says that the end is missing', async () => {
    const { text, receipt } = await read('12345678and more');
    expect(text).toBe('12345678');
    expect(receipt).toMatchObject({ truncated: true, warnings: ['of_the_reader', 'end_not_read'] });
  });

  it('says nothing where the file is not too long', async () => {
    const { text, receipt } = await read('12345678');
    expect(text).toBe('12345678');
    expect(receipt).toMatchObject({ truncated: false, warnings: ['of_the_reader'] });
  });
});

describe('readDocument', () => {
  it.each(['text/plain', 'text/csv', 'text/markdown'])(
    'reads of a long %s as much as may be kept, in any encoding',
    async (mediaType) => {
      const text = '<a>four</a>,b\n'.repeat(1_000);
      const bounds = testLimits({ maxCharacters: 1_000 });
      for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
        const reading = await readDocument({ bytes, mediaType, limits: bounds });
        expect(reading.text).toHaveLength(1_000);
        expect(reading.receipt).toMatchObject({ truncated: true, warnings: expect.arrayContaining(['end_not_read']) });
      }
    },
  );
});
