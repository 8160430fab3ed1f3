export * from './reading-model.js';
export { DocumentReader, type LimitOverrides, type ReadRequest } from './document-reader.service.js';
export { CELL_GAP } from './layout/page-layout.js';
export { decodePlainText } from './encoding/decode-text.js';
export { htmlToText, type HtmlText } from './html/html-to-text.js';
export type { FoundFile, TakeChild } from './pool/reader-process.js';
export { sniffMediaType, SNIFF_BYTES } from './media-type/sniff.js';
export { JSON_EMAIL_MEDIA_TYPE, type JsonEmail, jsonEmailSchema } from './readers/json-email.reader.js';
export type { ReadingLimits, RenderedPage } from './readers/format-reader.js';
export { isReadable, READABLE_MEDIA_TYPES } from './readers/registry.js';
export { type ReadingConfig, readingConfig } from './reading.config.js';
export { readingError, type ReadingErrorCode } from './reading.errors.js';
export { ReadingModule } from './reading.module.js';
export {
  packReading,
  type PackedReading,
  type ReadingHead,
  type ReadResult,
  unpackHead,
  unpackReading,
} from './stored/packed-reading.js';
export { slicePages } from './stored/slice-pages.js';
export { emailSections } from './mail/sections/email-sections.js';
