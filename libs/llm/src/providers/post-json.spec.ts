import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_ANSWER_BYTES, postJson } from './post-json.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (origin: string, body: string, signal = new AbortController().signal) =>
  postJson({ origin, path: '/v1/x?y=1', headers: { 'x-own': 'a' } }, body, signal);

describe('postJson', () => {
  it('sends a body and reads an answer that comes in pieces, cut within a character', async () => {
    const text = JSON.stringify({ text: 'Ümläut 字' });
    const origin = await serve((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const bytes = Buffer.from(`[${JSON.stringify([request.url, request.headers['x-own'], body])},${text}]`);
        const cut = bytes.indexOf(0xc3) + 1;
        response.write(bytes.subarray(0, cut), () => setImmediate(() => response.end(bytes.subarray(cut))));
      });
    });
    const answer = await post(origin, '{"ö":1}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual([['/v1/x?y=1', 'a', '{"ö":1}'], JSON.parse(text)]);
  });

  it('gives the headers of an error', async () => {
    const origin = await serve((_, response) => response.writeHead(429, { 'retry-after': '7' }).end('no'));
    const { status, headers, text } = await post(origin, '');
    expect([status, headers.get('Retry-After'), text]).toEqual([429, '7', 'no']);
  });

  it('closes the connection when its signal aborts, and rejects for the same reason', async () => {
    const abort = new AbortController();
    const closed = new Promise<void>((resolve) => {
      void serve((request) => {
        request.socket.once('close', () => resolve());
        abort.abort(new Error('not needed'));
      }).then((origin) => post(origin, '', abort.signal).catch(() => undefined));
    });
    await closed;
    await expect(post('http://127.0.0.1:9', '', abort.signal)).rejects.toThrow('not needed');
  });

  it('rejects with the code of a connection that breaks', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => response.destroy());
    });
    await expect(post(origin, '')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  });

  it('gives up an answer without an end', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const origin = await serve((_, response) => {
      const more = (): void => {
        for (let room = true; room && !response.destroyed; sent += piece.length) room = response.write(piece);
      };
      response.on('drain', more);
      more();
    });
    await expect(post(origin, '')).rejects.toMatchObject({ code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    expect(sent).toBeGreaterThan(MAX_ANSWER_BYTES);
  });
});
