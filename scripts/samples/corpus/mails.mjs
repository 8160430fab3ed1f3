// Mails with attachments of three sizes, as mail programs send them.
import { message } from '../mime.mjs';
import { randomOf } from '../numbers.mjs';
import { writer } from './words.mjs';

const SIZES = { '4-kb': 4_096, '200-kb': 200 * 1024, '2-mb': 2 * 1024 * 1024 };

function noise(seed, length) {
  const random = randomOf(seed);
  return Buffer.from(Uint8Array.from({ length }, () => random() * 256));
}

function mail(seed, size) {
  const { heading, paragraph } = writer(seed);
  const subject = heading();
  const paragraphs = [paragraph(40), paragraph(60), paragraph(30)];
  const html = `<html><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
  const bytes = message({
    id: `corpus-${seed}`,
    from: { name: 'Mira Samplewood', address: 'mira@example.test' },
    to: { name: 'Example Traders', address: 'service@example.test' },
    subject,
    date: 'Mon, 27 Apr 2026 09:14:00 +0100',
    text: paragraphs.join('\n\n'),
    html,
    attachments: [{ name: 'data.bin', mediaType: 'application/octet-stream', bytes: noise(seed, size) }],
  });
  return { bytes, text: [subject, ...paragraphs].join('\n') };
}

/** `scale` of each size; small ones three times as many, because they are read so fast. */
export const mails = (scale) =>
  Object.entries(SIZES).flatMap(([name, size], at) =>
    Array.from({ length: scale * (size > 100_000 ? 2 : 6) }, (_, index) => ({
      name: `mail-${name}-${index}.eml`,
      family: 'mail',
      mediaType: 'message/rfc822',
      pages: 1,
      make: async () => mail(600 + 100 * at + index, size),
    })),
  );
