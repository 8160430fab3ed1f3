import { decodePlainText } from '../encoding/decode-text.js';
import { calendarBlocks } from '../mail/calendar.js';
import { vcardBlocks } from '../mail/vcard.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** Calendars and visiting cards, as mail brings them; one that says nothing in these terms is shown as the text that it is. */
export const calendarReader: FormatReader = {
  mediaTypes: ['text/calendar', 'text/vcard'],
  read: async ({ bytes, mediaType, limits }: ReadInput) => {
    const text = decodePlainText(bytes);
    const blocks = mediaType.startsWith('text/calendar') ? calendarBlocks(text) : vcardBlocks(text);
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    if (blocks.length > 0) builder.addBlocks(blocks);
    else builder.addText(text);
    return builder.build();
  },
};
