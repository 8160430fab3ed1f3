import { type PackedReading, unpackReading } from '@model/reading';
import { findParts } from '../splitting/model.js';
import { classifyDocument } from './domain/classify-document.js';

/** The documents in a file of pages, by what each page looks like alone; null where it is one. */
export const compute = async (packed: PackedReading) =>
  findParts(await unpackReading(packed), (reading) =>
    classifyDocument({ reading, filename: null, mediaType: reading.mediaType }),
  );
