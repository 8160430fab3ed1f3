import { createRequire } from 'node:module';
import { readingError } from '../reading.errors.js';
import { type LoadedPixels, type Picture, type PicturePage, pointsOf, WHOLE_PICTURE_PIXELS } from './picture.js';

/** What is used of libheif-js, which has no types for it. Failed calls answer an object with a code. */
interface Libheif {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown };
  readonly heif_channel: { readonly heif_channel_interleaved: unknown };
  heif_context_alloc(): object;
  heif_context_free(context: object): void;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): HeifFailure;
  heif_js_context_get_list_of_top_level_image_IDs(context: object): readonly number[] | HeifFailure;
  heif_js_context_get_image_handle(context: object, id: number): object;
  heif_image_handle_get_width(handle: object): number;
  heif_image_handle_get_height(handle: object): number;
  heif_image_handle_is_primary_image(handle: object): number;
  heif_image_handle_release(handle: object): void;
  heif_js_decode_image2(handle: object, colours: unknown, chroma: unknown): HeifDecoded | HeifFailure;
  heif_image_release(image: unknown): void;
}

interface HeifFailure {
  readonly code: { readonly value: number };
}

interface HeifDecoded {
  readonly image: unknown;
  readonly channels: readonly {
    readonly id: unknown;
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
}

let library: Libheif | undefined;

/** Compiled with the first such file: a megabyte of WebAssembly. */
function loadLibrary(): Libheif {
  library ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  return library;
}

/** Live photos and bursts hold a few pictures. */
const MAX_PICTURES = 200;

/**
 * The pictures of a HEIF container (ISO/IEC 23008-12), the primary one first; thumbnails, depth maps and alpha planes are
 * none. They come turned as they are to be shown (6.5.10, 6.5.12). Throws `corrupt_document`.
 */
export function openHeif(bytes: Uint8Array): Picture {
  const heif = loadLibrary();
  const context = heif.heif_context_alloc();
  const handles: object[] = [];
  const close = (): void => {
    for (const handle of handles.splice(0)) heif.heif_image_handle_release(handle);
    heif.heif_context_free(context);
  };
  try {
    if (heif.heif_context_read_from_memory(context, bytes).code.value !== 0) throw readingError('corrupt_document');
    const ids = heif.heif_js_context_get_list_of_top_level_image_IDs(context);
    if (!isList(ids)) throw readingError('corrupt_document');
    for (const id of ids.slice(0, MAX_PICTURES)) {
      const handle = heif.heif_js_context_get_image_handle(context, id);
      if (!('code' in handle)) handles.push(handle);
    }
    if (handles.length === 0) throw readingError('corrupt_document');
    const isPrimary = (handle: object): number => heif.heif_image_handle_is_primary_image(handle);
    const sorted = [...handles].sort((a, b) => isPrimary(b) - isPrimary(a));
    return { pages: sorted.map((handle) => pageOf(heif, handle)), otherFrames: ids.length - handles.length, close };
  } catch (error) {
    close();
    throw error;
  }
}

const isList = (answer: readonly number[] | HeifFailure): answer is readonly number[] => Array.isArray(answer);

function pageOf(heif: Libheif, handle: object): PicturePage {
  const points = pointsOf(undefined);
  return {
    width: heif.heif_image_handle_get_width(handle),
    height: heif.heif_image_handle_get_height(handle),
    orientation: 1,
    pointsPerPixel: { x: points, y: points },
    hasAlpha: true,
    maxPixels: WHOLE_PICTURE_PIXELS,
    load: async () => decode(heif, handle),
  };
}

function decode(heif: Libheif, handle: object): LoadedPixels {
  const decoded = heif.heif_js_decode_image2(
    handle,
    heif.heif_colorspace.heif_colorspace_RGB,
    heif.heif_chroma.heif_chroma_interleaved_RGBA,
  );
  if (!('channels' in decoded)) throw readingError('corrupt_document');
  try {
    const plane = decoded.channels.find(({ id }) => id === heif.heif_channel.heif_channel_interleaved);
    if (plane === undefined) throw readingError('corrupt_document');
    const { width, height } = plane;
    return { source: { kind: 'raw', image: { data: withoutPadding(plane), width, height } }, isDamaged: false };
  } finally {
    heif.heif_image_release(decoded.image);
  }
}

/** Rows may end with padding. */
function withoutPadding({ data, width, height, stride }: HeifDecoded['channels'][number]): Uint8Array {
  const row = width * 4;
  if (stride === row) return data.slice(0, row * height);
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) pixels.set(data.subarray(y * stride, y * stride + row), y * row);
  return pixels;
}
