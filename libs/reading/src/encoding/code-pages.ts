/** What the WHATWG calls a Windows, DOS or Macintosh code page; `windows-NUMBER` and the two tables below are not here. */
const LABELS: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gbk',
  10017: 'x-mac-cyrillic',
  20127: 'windows-1252',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  28591: 'windows-1252',
  28599: 'windows-1254',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The upper halves of the code pages of DOS, which no `TextDecoder` knows (Unicode's CP437.TXT and CP850.TXT). */
const DOS: Readonly<Record<number, string>> = {
  437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
    'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

/** Text in a code page by its Windows number; an unknown number is read as windows-1252, which takes any bytes. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const table = DOS[codePage];
  if (table !== undefined) return decodeWithTable(bytes, table);
  return decoderOf(codePage).decode(bytes);
}

const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
  const known = decoders.get(codePage);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(labelOf(codePage), { ignoreBOM: codePage !== 1200 });
  decoders.set(codePage, decoder);
  return decoder;
}

function labelOf(codePage: number): string {
  const label = LABELS[codePage];
  if (label !== undefined) return label;
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  const part = codePage - 28590;
  // ISO 8859-12 was never made.
  return part > 1 && part <= 16 && part !== 12 ? `iso-8859-${part}` : 'windows-1252';
}

/** Code pages in which a character may be two bytes, and the first bytes of those that are. */
export const isLeadByte = (codePage: number, byte: number): boolean =>
  codePage === 932 || codePage === 10001
    ? (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
    : isDoubleByte(codePage) && byte >= 0x81 && byte <= 0xfe;

const isDoubleByte = (codePage: number): boolean =>
  codePage === 936 ||
  codePage === 949 ||
  codePage === 950 ||
  codePage === 1361 ||
  codePage === 10002 ||
  codePage === 10003 ||
  codePage === 10008 ||
  codePage === 54936;

const decodeWithTable = (bytes: Uint8Array, upperHalf: string): string => {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? '');
  return text;
};
