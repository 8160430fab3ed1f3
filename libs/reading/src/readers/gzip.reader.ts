import { COMPRESSED_TAR, readGzip } from '../archive/read-gzip.js';
import type { FormatReader } from './format-reader.js';

export const gzipReader: FormatReader = { mediaTypes: ['application/gzip', COMPRESSED_TAR], read: readGzip };
