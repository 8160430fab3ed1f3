import CFB from 'cfb';

/** A compound file for tests, by paths of its streams; the library adds a stream of its own, `\u0001Sh33tJ5`. */
export function compoundOf(streams: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(container, `/${path}`, Buffer.from(content as Uint8Array));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}
