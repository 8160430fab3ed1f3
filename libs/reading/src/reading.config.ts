import { availableParallelism } from 'node:os';
import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { OCR_MODES } from './ocr/ocr-engine.js';

const MEGABYTE = 1024 * 1024;

export const readingConfig = defineConfig('reading', {
  processes: setting(
    'READING_PROCESSES',
    value.integer(availableParallelism(), 1, 256),
    'Child processes that read documents; each uses one core.',
  ),
  wallSeconds: setting(
    'READING_WALL_SECONDS',
    value.integer(60, 1, 3600),
    'Seconds after which the reading of one document is ended.',
  ),
  stallSeconds: setting(
    'READING_STALL_SECONDS',
    value.integer(20, 1, 3600),
    'Seconds without a sign of life after which a reading process is ended: it hangs.',
  ),
  memoryMb: setting(
    'READING_MEMORY_MB',
    value.integer(1024, 128),
    'Resident megabytes at which a reading process is ended.',
  ),
  documentsPerProcess: setting(
    'READING_DOCUMENTS_PER_PROCESS',
    value.integer(500, 1),
    'Documents after which a reading process is replaced.',
  ),
  maxPages: setting('READING_MAX_PAGES', value.integer(2000, 1), 'Pages of one document that are read.'),
  maxOcrPages: setting(
    'READING_MAX_OCR_PAGES',
    value.integer(100, 0),
    'Pages of one document that are recognised (OCR).',
  ),
  maxCharacters: setting(
    'READING_MAX_CHARACTERS',
    value.integer(10_000_000, 1000),
    'Characters of text that are kept of one document.',
  ),
  maxChildren: setting(
    'READING_MAX_CHILDREN',
    value.integer(500, 0),
    'Attachments and members that are taken out of one document.',
  ),
  maxChildBytes: setting(
    'READING_MAX_CHILD_BYTES',
    value.integer(256 * MEGABYTE, 0),
    'Bytes of all attachments and members of one document together.',
  ),
  maxInflatedBytes: setting(
    'READING_MAX_INFLATED_BYTES',
    value.integer(1024 * MEGABYTE, MEGABYTE),
    'Bytes that may come out of one compressed file.',
  ),
  maxEntries: setting(
    'READING_MAX_ENTRIES',
    value.integer(10_000, 1),
    'Entries of one archive, package or message; a file with more is refused.',
  ),
  maxImagePixels: setting(
    'READING_MAX_IMAGE_PIXELS',
    value.integer(150_000_000, 1000),
    'Pixels of a picture; a larger one is refused.',
  ),
  maxOcrPixels: setting(
    'READING_MAX_OCR_PIXELS',
    value.integer(12_000_000, 100_000),
    'Pixels that recognition is given; what is larger is made smaller.',
  ),
  ocr: setting(
    'READING_OCR',
    value.choice(OCR_MODES, 'auto'),
    'Recognition of text in pictures: auto, native (tesseract program), wasm, or off.',
  ),
  ocrLanguages: setting(
    'READING_OCR_LANGUAGES',
    value.list(),
    'Languages that recognition tells apart, as en,de,fr,es,it,pt,nl; empty is all of these. Chinese needs no setting.',
  ),
  tesseractPath: setting(
    'READING_TESSERACT_PATH',
    value.optionalText(),
    'Path of the tesseract program, where it is not in a usual place.',
  ),
});

export type ReadingConfig = ConfigOf<typeof readingConfig>;
