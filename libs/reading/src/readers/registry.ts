import { AppError } from '@app/kernel';
import { readingError } from '../reading.errors.js';
import { archiveReader } from './archive.reader.js';
import { csvReader } from './csv.reader.js';
import { calendarReader } from './calendar.reader.js';
import { compoundReader } from './compound.reader.js';
import { docReader } from './doc.reader.js';
import { binaryWorkbookReader } from './binary-workbook.reader.js';
import { docxReader } from './docx.reader.js';
import { emailReader } from './email.reader.js';
import { encryptedOfficeReader } from './encrypted-office.reader.js';
import { epubReader } from './epub.reader.js';
import type { FormatReader } from './format-reader.js';
import { gzipReader } from './gzip.reader.js';
import { htmlReader } from './html.reader.js';
import { imageReader } from './image.reader.js';
import { jsonEmailReader } from './json-email.reader.js';
import { mboxReader } from './mbox.reader.js';
import { msgReader } from './msg.reader.js';
import { jsonReader } from './json.reader.js';
import { markdownReader } from './markdown.reader.js';
import { odfReader } from './odf.reader.js';
import { pdfReader } from './pdf.reader.js';
import { plainTextReader } from './plain-text.reader.js';
import { pptReader } from './ppt.reader.js';
import { pptxReader } from './pptx.reader.js';
import { rtfReader } from './rtf.reader.js';
import { tarReader } from './tar.reader.js';
import { signedFileReader, uuencodeReader } from './wrapped-file.reader.js';
import { xlsReader } from './xls.reader.js';
import { xlsxReader } from './xlsx.reader.js';
import { xmlReader } from './xml.reader.js';

const READERS: readonly FormatReader[] = [
  plainTextReader,
  markdownReader,
  csvReader,
  jsonReader,
  xmlReader,
  epubReader,
  htmlReader,
  pdfReader,
  emailReader,
  jsonEmailReader,
  msgReader,
  mboxReader,
  calendarReader,
  uuencodeReader,
  signedFileReader,
  imageReader,
  archiveReader,
  tarReader,
  rtfReader,
  odfReader,
  gzipReader,
  compoundReader,
  docReader,
  xlsReader,
  pptReader,
  docxReader,
  xlsxReader,
  pptxReader,
  encryptedOfficeReader,
  binaryWorkbookReader,
];

/** Readers by media type. Throws `duplicate_reader` where two claim the same one. */
export function indexReaders(readers: readonly FormatReader[]): ReadonlyMap<string, FormatReader> {
  const index = new Map<string, FormatReader>();
  for (const reader of readers)
    for (const mediaType of reader.mediaTypes) {
      if (index.has(mediaType))
        throw new AppError('duplicate_reader', 'bug', { detail: `Two readers for ${mediaType}` });
      index.set(mediaType, reader);
    }
  return index;
}

const INDEX = indexReaders(READERS);

/** The media types that can be read. */
export const READABLE_MEDIA_TYPES: readonly string[] = [...INDEX.keys()];

export const isReadable = (mediaType: string): boolean => INDEX.has(essenceOf(mediaType));

/** Throws `unsupported_media_type`. */
export function readerFor(mediaType: string): FormatReader {
  const reader = INDEX.get(essenceOf(mediaType));
  if (reader === undefined) throw readingError('unsupported_media_type');
  return reader;
}

/** A media type without parameters, lower case (RFC 9110, 8.3.1). */
const essenceOf = (mediaType: string): string => mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
