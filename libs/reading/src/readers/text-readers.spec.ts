import { expect, it } from 'vitest';
import { csvReader } from './csv.reader.js';
import type { FormatReader } from './format-reader.js';
import { jsonReader } from './json.reader.js';
import { testLimits } from './limits.builder.js';
import { markdownReader } from './markdown.reader.js';
import { plainTextReader } from './plain-text.reader.js';

it.each<[string, FormatReader, string, string, readonly string[]]>([
  ['text/csv', csvReader, 'a;b\r\n1;"2\n3"\r\n', 'a   b\n1   2 3', ['table']],
  ['application/json', jsonReader, '{"a":\r\n 1}\n', '{"a":\n 1}\n', ['code']],
  ['application/x-ndjson', jsonReader, '', '', []],
  ['text/markdown', markdownReader, '# T\r\n<!-- x -->\r\nText', '# T\nText', ['heading', 'paragraph']],
  ['text/plain', plainTextReader, 'a\n\nb', 'a\n\nb', ['paragraph', 'paragraph']],
])('%s', async (mediaType, reader, source, text, kinds) => {
  const reading = await reader.read({ bytes: Buffer.from(source), mediaType, limits: testLimits() });
  expect(reader.mediaTypes).toContain(mediaType);
  expect(reading.text).toBe(text);
  expect(reading.pages[0]!.blocks.map(({ kind }) => kind)).toEqual(kinds);
  expect(reading.hidden.map((hidden) => hidden.text)).toEqual(source.includes('<!--') ? ['x'] : []);
});
