import { type HtmlAttributes, numberOf } from './attributes.js';

/** An alternative text that is only the name of the file. */
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|ico)$/i;

/** What stands for a picture where it cannot be shown; '' for pixels that only count readers. */
export function pictureText({ alt, width, height }: HtmlAttributes): string {
  const isPixel = [width, height].some((size) => (numberOf(size) ?? Infinity) <= 1);
  const text = alt?.trim() ?? '';
  return isPixel || FILE_NAME.test(text) ? '' : text;
}

/** The `data:` address of an embedded file, if the element has one. */
export function dataAddress({ src, data }: HtmlAttributes): string | null {
  const address = src ?? data;
  return address !== undefined && /^\s*data:/i.test(address) ? address.trim() : null;
}
