// A TAR writer that writes down whatever it is told (POSIX.1-1988, 10.1.1).

/** `type` is one character: `0` file, `1` hard link, `2` link, `3` and `4` devices, `5` folder, `6` pipe, `x` PAX. */
export function entry(name, content = '', { type = '0', link = '', size } = {}) {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write('0000644\0', 100);
  header.write(size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link.slice(0, 100), 157);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

export const tar = (entries) => Buffer.concat([...entries, Buffer.alloc(1024)]);
