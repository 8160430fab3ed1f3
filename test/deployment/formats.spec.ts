import { readFileSync } from 'node:fs';
import { READABLE_MEDIA_TYPES } from '@app/reading';
import { expect, it } from 'vitest';

const PAGE = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

/** Whether the page names a media type, in full, by what differs from the one before it (`….template`), or by its family. */
function isNamed(mediaType: string): boolean {
  if (PAGE.includes(`\`${mediaType}\``)) return true;
  const family = /^application\/vnd\.(?:oasis\.opendocument|sun\.xml)\./.exec(mediaType)?.[0];
  if (family !== undefined) return PAGE.includes(`\`${family}*\``);
  const [, last = ''] = /officedocument\.(.+)$/.exec(mediaType) ?? [];
  return last !== '' && PAGE.includes(`\`….${last}\``);
}

it('docs/formats.md names every media type that is read', () => {
  expect(READABLE_MEDIA_TYPES.filter((mediaType) => !isNamed(mediaType))).toEqual([]);
  expect(READABLE_MEDIA_TYPES.length).toBeGreaterThan(50);
});
