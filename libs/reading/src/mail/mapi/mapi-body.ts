import { rtfToHtml } from '../../rtf/rtf-to-html.js';
import { decodeCodePage } from '../../encoding/code-pages.js';
import type { BodyPiece } from '../mail-body.js';
import { isOnlyNotice } from '../mail-body.js';
import type { MapiProperties } from './mapi-properties.js';
import { decompressRtf } from './rtf-compressed.js';

/** [MS-OXPROPS] 2: `PidTagBody`, `PidTagHtml`, `PidTagRtfCompressed`, `PidTagInternetCodepage`. */
const TEXT = '1000';
const HTML = '1013';
const RTF = '1009';
const HTML_CODE_PAGE = '3fde';

/** The body of a message of Outlook: its text, else its HTML, else its RTF, which may hold either. */
export function mapiBody(properties: MapiProperties): BodyPiece[] {
  const text = properties.text(TEXT) ?? '';
  const html = htmlOf(properties);
  if (text.trim() !== '' && !isOnlyNotice([sized(text)], [sized(html)])) return [{ kind: 'plain', text }];
  if (html.trim() !== '') return [{ kind: 'html', text: html }];
  const rtf = properties.bytes(RTF);
  if (rtf === null || rtf.length === 0) return [];
  const bytes = decompressRtf(rtf);
  const inside = rtfToHtml(bytes);
  return inside === null ? [{ kind: 'rtf', text: bytes.toString('latin1') }] : [{ kind: 'html', text: inside }];
}

const sized = (text: string) => ({ text, size: text.length });

/** Bytes in the code page that the message names, or what they say themselves. */
function htmlOf(properties: MapiProperties): string {
  const text = properties.text(HTML);
  if (text !== null) return text;
  const bytes = properties.bytes(HTML);
  return bytes === null ? '' : decodeCodePage(bytes, properties.number(HTML_CODE_PAGE) ?? properties.textCodePage);
}
