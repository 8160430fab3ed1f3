import { ChildCollector } from '../children/child-collector.js';
import { decodePlainText } from '../encoding/decode-text.js';
import { readCms } from '../mail/cms.js';
import { uuencodedFiles } from '../mail/uuencode.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** Files that were made into text to be mailed: uuencode. Words around them are the page, the files are children. */
export const uuencodeReader: FormatReader = {
  mediaTypes: ['text/x-uuencode'],
  read: async ({ bytes, mediaType, limits }: ReadInput) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const files = uuencodedFiles(text);
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const children = new ChildCollector(limits);
    for (const { name, bytes: content } of files) await children.add(name, content, 'member');
    builder.addText(files.length === 0 ? decodePlainText(bytes) : files.map(({ name }) => name).join('\n'));
    if (files.length === 0) builder.warn('damaged_uuencode');
    children.deliverTo(builder);
    return builder.build();
  },
};

/** Files inside a signature (S/MIME and CAdES, `.p7m`): the page names the file, the file is a child. Signatures are not checked. */
export const signedFileReader: FormatReader = {
  mediaTypes: ['application/pkcs7-mime'],
  read: async ({ bytes, mediaType, filename, limits }: ReadInput) => {
    const sealed = readCms(bytes);
    if (sealed?.kind === 'encrypted') throw readingError('encrypted_document');
    if (sealed === null) throw readingError('corrupt_document');
    const name = (filename ?? '').replace(/\.p7[ms]$/i, '') || 'content';
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const children = new ChildCollector(limits);
    await children.add(name, sealed.content, 'member');
    builder.addText(name);
    children.deliverTo(builder);
    return builder.build();
  },
};
