import { isAscii, isUtf8 } from 'node:buffer';
import { decodeText } from '../encoding/decode-text.js';
import { decodeCodePage } from '../encoding/code-pages.js';
import { decodeUtf7 } from './utf-7.js';

/** Labels that mail uses and the WHATWG encoding standard does not know, by the label it knows. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  'shift-jisx0213': 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  ks_c_5601: 'euc-kr',
  cp950: 'big5',
  ms950: 'big5',
  cp50220: 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'x-utf-8': 'utf-8',
  'utf-8mac': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  csunicode11utf7: 'utf-7',
  hz: 'hz-gb-2312',
  latin9: 'iso-8859-15',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  ibm437: 'cp437',
  ibm850: 'cp850',
  cp858: 'cp850',
};

/** Labels that say nothing about the bytes: what they are is for the bytes to tell. */
const VAGUE = new Set([
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown-8bit',
  'unknown',
  'x-unknown',
  'default',
  '8bit',
  'binary',
  'none',
]);

const DOS_CODE_PAGES: Readonly<Record<string, number>> = { cp437: 437, cp850: 850 };

type Decode = (bytes: Buffer) => string;

const ESCAPE = 0x1b;

/** Undeclared text: ISO-2022-JP by its escapes (RFC 1468), else what `decodeText` finds. */
const undeclared: Decode = (bytes) =>
  // eslint-disable-next-line no-control-regex -- the escape is what is looked for
  bytes.includes(ESCAPE) && /\u001b\$[@B]/.test(bytes.toString('latin1', 0, 4096))
    ? new TextDecoder('iso-2022-jp').decode(bytes)
    : decodeText(bytes).text;

/** What calls itself UTF-8 and is damaged in some places still is; with more damage than letters it is something else. */
const utf8: Decode = (bytes) => {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  return damaged <= whole ? text : decodeText(bytes).text;
};

/** RFC 2781, 4.3: without a mark, big end first; but mail breaks this more often than not, so the zeros are asked first. */
const utf16: Decode = (bytes) => {
  const { text, encoding } = decodeText(bytes);
  return encoding.startsWith('utf-16') ? text : new TextDecoder('utf-16be').decode(bytes);
};

/** Seven-bit forms of EUC: bytes between the shifts get their eighth bit. */
const shifted = (bytes: Buffer, pattern: RegExp, encoding: string): string =>
  new TextDecoder(encoding).decode(
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(pattern, (_, run: string | undefined) =>
          (run ?? '').replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) | 0x80)),
        ),
      'latin1',
    ),
  );

/** Forms that hold other characters behind ASCII bytes, or cannot be told by a TextDecoder. */
const SPECIAL: Readonly<Record<string, Decode>> = {
  'utf-7': (bytes) => decodeUtf7(bytes.toString('latin1')),
  'utf-16': utf16,
  // RFC 1557: the designator, then runs between SO and SI.
  // eslint-disable-next-line no-control-regex -- the shifts are what is looked for
  'iso-2022-kr': (bytes) => shifted(bytes, /\u001b\$\)C|\u000e([^\u000f\n]*)\u000f?/g, 'euc-kr'),
  // RFC 1843: runs between ~{ and ~}.
  'hz-gb-2312': (bytes) => shifted(bytes, /~\{([^~\n]*)(?:~\})?/g, 'gbk'),
};
const SEVEN_BIT = new Set(['iso-2022-jp', 'utf-16le', 'utf-16be']);

const decoders = new Map<string, Decode>();
/** Distinct labels are few; a hostile file may invent as many as it likes. */
const MOST_DECODERS = 200;

/** Bytes as text in the encoding that mail names (RFC 2045, 5.1; `null` where it names none). Takes any bytes. */
export function decodeCharset(bytes: Buffer, label: string | null): string {
  const key = label ?? '';
  let decode = decoders.get(key);
  if (decode === undefined) {
    decode = decoderOf(
      key
        .trim()
        .toLowerCase()
        .replace(/^["']+|["']+$/g, ''),
    );
    if (decoders.size < MOST_DECODERS) decoders.set(key, decode);
  }
  return decode(bytes);
}

function decoderOf(given: string): Decode {
  if (given === '' || VAGUE.has(given)) return fast(undeclared);
  const name = ALIASES[given] ?? given.replace(/^(?:cp|win|windows)-?(?=125\d$)/, 'windows-');
  const special = SPECIAL[name];
  if (special !== undefined) return special;
  const dos = DOS_CODE_PAGES[name];
  if (dos !== undefined) return fast((bytes) => decodeCodePage(bytes, dos));
  const decoder = textDecoder(name);
  if (decoder === null) return fast(undeclared);
  if (decoder.encoding === 'utf-8') return fast(utf8);
  const decode: Decode = (bytes) => decoder.decode(bytes);
  return SEVEN_BIT.has(decoder.encoding) ? decode : fast(decode);
}

/** ASCII is the same in nearly all encodings. */
const fast =
  (decode: Decode): Decode =>
  (bytes) =>
    isAscii(bytes) && !bytes.includes(ESCAPE) ? bytes.toString('latin1') : decode(bytes);

function textDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
