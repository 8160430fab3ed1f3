// Files of any size that are made while they are sent: nothing of them is ever held but one piece.
import { randomOf } from '../../scripts/samples/numbers.mjs';

const PIECE = 64 * 1024;

/** Bytes that look like compressed ones and are not the same for two seeds. */
function noiseOf(seed) {
  const random = randomOf(seed);
  const noise = Buffer.alloc(PIECE);
  for (let at = 0; at < PIECE; at += 4) noise.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
  return noise;
}

function* filled(piece, length) {
  for (let left = length; left > 0; left -= piece.length) yield left >= piece.length ? piece : piece.subarray(0, left);
}

/** One page that says `Large file` and a stream that nothing refers to, of such a length that the file has `sizeBytes`. */
export function largePdf(sizeBytes, seed) {
  const text = 'BT /F1 24 Tf 72 700 Td (Large file) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let head = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = head.length;
    head += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  offsets.push(head.length);
  // A number in it is written with as many digits as the size has, so that the frame's length does not depend on it.
  const digits = (number) => String(number).padStart(String(sizeBytes).length, '0');
  const start = (length) => `${head}6 0 obj\n<< /Length ${digits(length)} >>\nstream\n`;
  const close = '\nendstream\nendobj\n';
  const end = (length) =>
    `${close}xref\n0 7\n0000000000 65535 f \n${offsets
      .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
      .join(
        '',
      )}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${digits(start(0).length + length + close.length)}\n%%EOF\n`;
  const length = sizeBytes - start(0).length - end(0).length;
  return {
    sizeBytes,
    *pieces() {
      yield Buffer.from(start(length), 'latin1');
      yield* filled(noiseOf(seed), length);
      yield Buffer.from(end(length), 'latin1');
    },
  };
}

/** Bytes of no type that anybody knows. */
export const largeNoise = (sizeBytes, seed) => ({ sizeBytes, pieces: () => filled(noiseOf(seed), sizeBytes) });
