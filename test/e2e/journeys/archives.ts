import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../libs/reading/src/zip/zip.builder.js';
import type { ApiClient, DocumentBody } from '../../support/api-client.js';
import type { Deployment } from '../../support/e2e.js';

/** What the service has to run with; and it unpacks to a depth of 3. */
export const MAX_TREE = 12;

/** A document with all that lies below it, as soon as all of it has ended. */
interface Tree {
  readonly document: DocumentBody;
  readonly children: readonly Tree[];
}

async function treeOf(api: ApiClient, id: string): Promise<Tree> {
  const document = await api.settled(id);
  return { document, children: await Promise.all(document.children.map((child) => treeOf(api, child.id))) };
}
const all = ({ document, children }: Tree): DocumentBody[] => [document, ...children.flatMap(all)];
const skippedOf = ({ receipt }: DocumentBody): string[] =>
  receipt!.children.skipped.map(({ name, reason }) => `${name}: ${reason}`);

export const archives = (running: () => Deployment): void => {
  describe('archives', () => {
    let deployment: Deployment;
    let api: ApiClient;

    beforeAll(async () => {
      deployment = running();
      api = (await deployment.newTenant()).api;
    });

    const send = async (name: string, bytes: Uint8Array): Promise<Tree> =>
      treeOf(api, (await api.upload({ name, bytes }, { pipeline: 'read' })).body.id);

    it('become a document for each member, called by its path', async () => {
      const inner = zipOf({ '../../deep/note.txt': 'A note at the bottom.' });
      const tree = await send('mixed.zip', zipOf({ 'letters/one.txt': 'The first letter.', 'more.zip': inner }));
      expect(tree.document).toMatchObject({ status: 'succeeded', receipt: { children: { found: 2, processed: 2 } } });
      const [letter, more] = tree.children;
      expect(letter!.document).toMatchObject({ filename: 'letters/one.txt', parentId: tree.document.id });
      expect(tree.document.children.map(({ role }) => role)).toEqual(['member', 'member']);
      expect(more!.children[0]!.document.filename).toBe('deep/note.txt');
      const { body: text } = await api.get<string>(`/v1/documents/${more!.children[0]!.document.id}/text`);
      expect(text).toBe('A note at the bottom.');
      const { headers } = await api.get(`/v1/documents/${letter!.document.id}/content`);
      expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''one.txt");
    });

    it('count as whole where only files of the system were left out, and as partial where more was', async () => {
      const whole = await send('mac.zip', zipOf({ 'a.txt': 'a', '__MACOSX/._a.txt': 'x' }));
      expect([whole.document.status, skippedOf(whole.document)]).toEqual([
        'succeeded',
        ['__MACOSX/._a.txt: system_file'],
      ]);
      const partial = await send(
        'secret.zip',
        zipOf([
          { name: 'a.txt', content: 'b' },
          { name: 's.txt', content: 's', isEncrypted: true },
        ]),
      );
      expect([partial.document.status, skippedOf(partial.document)]).toEqual([
        'partial',
        ['s.txt: encrypted_document'],
      ]);
    });

    it('are refused or failed with a code', async () => {
      const { status, body } = await api.upload({
        name: 'a.7z',
        bytes: Buffer.from("7z\xbc\xaf'\x1c\0\x04", 'latin1'),
      });
      expect([status, (body as unknown as { code: string }).code]).toEqual([415, 'unsupported_media_type']);
      const { document } = await send('bomb.gz', gzipSync(Buffer.alloc(120_000_000)));
      expect([document.status, document.error?.code]).toEqual(['failed', 'decompression_bomb']);
    });

    it('say what they truly are once they were read', async () => {
      const { document } = await send('notes.tgz', gzipSync(tarOf('a.txt', 'text')));
      expect(document).toMatchObject({ mediaType: 'application/x-compressed-tar', status: 'succeeded' });
    });

    it('inside archives are unpacked to a depth', async () => {
      let bytes = zipOf({ 'bottom.txt': 'unreached' });
      for (let level = 0; level < 6; level++) bytes = zipOf({ [`level-${level}.zip`]: bytes });
      const documents = all(await send('nested.zip', bytes));
      expect(documents.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded', 'partial']);
      expect(skippedOf(documents.at(-1)!)).toEqual(['level-2.zip: too_deep']);
    });

    it('that hold more and more are unpacked up to a number of documents, whoever adds them first', async () => {
      const four = (content: (index: number) => Uint8Array | string, ending: string) =>
        zipOf(Object.fromEntries([0, 1, 2, 3].map((index) => [`${index}.${ending}`, content(index)])));
      const bytes = four((a) => four((b) => four((c) => `${a} ${b} ${c}`, 'txt'), 'zip'), 'zip');
      const documents = all(await send('wide.zip', bytes));
      expect(documents).toHaveLength(1 + MAX_TREE);
      const skipped = documents.flatMap(skippedOf);
      expect(skipped.length).toBeGreaterThan(0);
      expect(skipped.every((line) => line.endsWith(': tree_too_large'))).toBe(true);
      expect(documents.filter(({ status }) => status === 'partial').length).toBeGreaterThan(0);
    });

    it('that lay too deep once are read in full when they are sent by themselves', async () => {
      const inner = zipOf({ 'inner.txt': 'only reached from above' });
      let bytes = inner;
      for (let level = 0; level < 3; level++) bytes = zipOf({ [`${level}.zip`]: bytes });
      const deepest = all(await send('deep.zip', bytes)).at(-1)!;
      expect(skippedOf(deepest)).toEqual(['inner.txt: too_deep']);
      const again = await send('inner.zip', inner);
      expect(again.document).toMatchObject({ status: 'succeeded', duplicateOf: null });
      expect(again.children.map(({ document }) => document.filename)).toEqual(['inner.txt']);
    });
  });
};

/** One file as POSIX.1-1988, 10.1.1, has it. */
function tarOf(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1024)]);
}
