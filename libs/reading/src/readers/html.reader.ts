import { ChildCollector } from '../children/child-collector.js';
import { cleanText, decodeText } from '../encoding/decode-text.js';
import { embeddedName, readDataAddress } from '../html/data-address.js';
import { type HtmlContent, readHtml } from '../html/read-html.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader, ReadInput, ReadingLimits } from './format-reader.js';
import { bytesOfMarkup } from './text-bounds.js';

/** Pages of HTML and XHTML; files that stand in the page itself (`data:`) become children. */
export const htmlReader: FormatReader = {
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  maxBytes: bytesOfMarkup,
  read: async ({ bytes, mediaType, limits }: ReadInput) => {
    const html = cleanText(decodeText(bytes).text);
    const content = readHtml(html, { isXml: isXhtml(html) });
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const { blocks, title } = content;
    // A page that shows nothing but its title, as empty templates and frames do.
    builder.addBlocks(blocks.length > 0 || title === null ? blocks : [{ kind: 'heading', level: 1, text: title }]);
    for (const text of content.hidden) builder.addHidden(1, text, 'markup');
    builder.setMetadata(content.metadata);
    await addEmbedded(builder, content, limits);
    return builder.build();
  },
};

/** True of pages that say of themselves that they are XML: there `<p/>` is a whole element. */
const isXhtml = (html: string): boolean => /^\s*<\?xml\s|<html[^>]{0,500}xmlns=/i.test(html.slice(0, 4096));

async function addEmbedded(builder: ReadingBuilder, { embedded }: HtmlContent, limits: ReadingLimits): Promise<void> {
  const children = new ChildCollector(limits);
  let number = 0;
  for (const address of new Set(embedded)) {
    const file = readDataAddress(address);
    if (file === null) continue;
    const name = embeddedName(++number, file);
    if (file.mediaType.startsWith('image/')) await children.addPicture(name, file.bytes);
    else await children.add(name, file.bytes);
  }
  children.deliverTo(builder);
}
