import type { JsonValue } from '@app/kernel';

/** Of a file name what every system can unpack: one part of a path, no signs that mean something to a shell or a disk. */
export function memberName(filename: string): string {
  const name = filename
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const stem = Array.from(extension === '' ? name : name.slice(0, dot));
  return `${stem.slice(0, 100).join('')}${extension}` || 'file';
}

/** Media types whose bytes are pressed already. */
const PACKED =
  /^(image\/(?!bmp|svg|tiff)|audio\/|video\/|application\/(pdf|zip|gzip|.*\+zip|vnd\.(openxmlformats|oasis)))/;

export const isPackedType = (mediaType: string): boolean => PACKED.test(mediaType);

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** An object in JSON whose last name, `list`, is an array that is written as it comes. */
export async function* jsonWithList(
  head: Readonly<Record<string, JsonValue>>,
  list: string,
  items: AsyncIterable<JsonValue>,
): AsyncGenerator<Uint8Array> {
  const open = JSON.stringify(head, null, 2).replace(/\n?\}$/, '');
  yield bytes(`${open}${open === '{' ? '' : ','}\n  ${JSON.stringify(list)}: [`);
  let isFirst = true;
  for await (const item of items) {
    yield bytes(`${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`);
    isFirst = false;
  }
  yield bytes(`${isFirst ? '' : '\n  '}]\n}\n`);
}

/** In pages of `size`. */
export function* pagesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
