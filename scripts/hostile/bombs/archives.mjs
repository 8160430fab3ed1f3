// Archives that unpack to too much, too many, too deep, or to places where nothing of theirs belongs.
import { gzipSync } from 'node:zlib';
import { entry, tar } from './tar.mjs';
import { deflated, gzipped } from './zeros.mjs';
import { encrypted, packed, raw, stored, zip } from './zip.mjs';

const GIGABYTE = 1024;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Sixteen archives in an archive, and so on; at the bottom four gigabytes (as 42.zip has it). */
function fortyTwo(levels) {
  let inner = zip([raw('0.dll', deflated(4 * GIGABYTE), { size: 0xffffffff })]);
  for (let level = 0; level < levels; level++) inner = zip(times(16, (index) => packed(`lib ${index}.zip`, inner)));
  return inner;
}

/** The same, but no archive is like another beside it. */
function fortyTwoVaried(levels) {
  let inner = times(16, (index) => zip([raw(`${index}.dll`, deflated(256), { size: 0xffffffff })]));
  for (let level = 0; level < levels; level++)
    inner = times(16, (variant) => zip(inner.map((bytes, index) => packed(`${variant}-${index}.zip`, bytes))));
  return inner[0];
}

function nested(levels) {
  let inner = zip([packed('bottom.txt', 'the bottom')]);
  for (let level = 0; level < levels; level++) inner = zip([stored(`${level}.zip`, inner)]);
  return inner;
}

function gzippedAgain(levels) {
  let inner = Buffer.from('the bottom');
  for (let level = 0; level < levels; level++) inner = gzipSync(inner);
  return inner;
}

/** A thousand entries that all are the same data (Fifield, "A better zip bomb", 2019: full overlap). */
const overlapping = () => {
  const kernel = raw('0', deflated(16), { size: 16 * 1024 * 1024 });
  return zip([kernel, ...times(1000, (index) => ({ ...kernel, name: Buffer.from(String(index + 1)), at: 0 }))]);
};

const PLACES = [
  '../../../../../../tmp/slip.txt',
  '..\\..\\..\\slip.txt',
  '/etc/cron.d/slip',
  'C:\\Windows\\slip.dll',
  '\\\\server\\share\\slip',
  'a/../../../slip',
  'good\u0000.txt/../../slip',
  'file:///tmp/slip',
  '~/.ssh/authorized_keys',
  `${'deep/'.repeat(2000)}slip`,
  '',
  '.',
  'CON',
  'annexe\u202efdp.exe',
];

export const archiveBombs = [
  ['deflate-bomb.zip', () => zip([raw('zeros.txt', deflated(GIGABYTE), { size: 10 }), packed('a.txt', 'a')])],
  ['honest-bomb.zip', () => zip([raw('zeros.txt', deflated(GIGABYTE), { size: 2 ** 30 }), packed('a.txt', 'a')])],
  ['large-deflate-bomb.zip', () => zip(times(8, (index) => raw(`${index}.txt`, deflated(2 * GIGABYTE), { size: 10 })))],
  ['forty-two.zip', () => fortyTwo(5)],
  ['forty-two-varied.zip', () => fortyTwoVaried(3)],
  ['nested-60.zip', () => nested(60)],
  ['overlapping.zip', overlapping],
  ['places.zip', () => zip(PLACES.map((name, index) => packed(name, `slip ${index}`)))],
  [
    'links.zip',
    () =>
      zip(
        ['/etc/passwd', '../../secret', '/proc/self/environ'].map((to, index) =>
          stored(`link-${index}`, to, { mode: 0o120777 }),
        ),
      ),
  ],
  ['twenty-thousand-entries.zip', () => zip(times(20_000, (index) => stored(`${index}.txt`, '')))],
  ['same-name.zip', () => zip(times(500, (index) => packed('same.txt', String(index))))],
  ['all-encrypted.zip', () => zip([encrypted('a.txt', 'x'.repeat(40)), encrypted('b.txt', 'y'.repeat(40))])],
  ['sizes-without-sense.zip', () => zip([raw('a', Buffer.alloc(9, 1), { size: 0xfffffffe }), packed('b.txt', 'b')])],
  ['cut.zip', () => zip(times(50, (index) => packed(`${index}.txt`, `text ${index}`))).subarray(0, 2000)],
  [
    'directories-in-comment.zip',
    () => Buffer.concat([zip([packed('a.txt', 'a')]), Buffer.from('PK\x05\x06'.repeat(30_000), 'latin1')]),
  ],
  ['gzip-bomb.gz', () => gzipped(4 * GIGABYTE)],
  ['gzip-of-gzip.gz', () => gzippedAgain(40)],
  ['many-parts.gz', () => Buffer.alloc(2_000_000, gzipSync(''))],
  [
    'tar-bomb.tar.gz',
    () => gzipSync(Buffer.concat([entry('zeros.bin', '', { size: '77777777777\0' }), Buffer.alloc(80_000_000)])),
  ],
  [
    'places-and-devices.tar',
    () =>
      tar([
        ...PLACES.map((name) => entry(name.replaceAll('\0', '_'), 'slip')),
        entry('link', '', { type: '2', link: '/etc/passwd' }),
        entry('hard', '', { type: '1', link: '../../secret' }),
        entry('sda', '', { type: '4' }),
        entry('null', '', { type: '3' }),
        entry('pipe', '', { type: '6' }),
      ]),
  ],
  ['twenty-thousand-entries.tar', () => tar(times(20_000, (index) => entry(`${index}.txt`)))],
  [
    'size-without-sense.tar',
    () => tar([entry('a.txt', 'a'), entry('b.txt', 'b', { size: '\x80\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff' })]),
  ],
  [
    'huge-header.tar',
    () => tar([entry('pax', `30 path=${'x'.repeat(3_900_000)}`, { type: 'x' }), entry('a.txt', 'a')]),
  ],
];
