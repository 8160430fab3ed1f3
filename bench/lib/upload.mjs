// A form with one file, sent piece by piece over node:http: what is in flight is a socket's buffer.
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const BOUNDARY = 'bench-5b1f2c9a';

/**
 * Sends a file and answers {status, body, sentBytes, seconds}: `sentBytes` is what had been sent when the answer came.
 * `isAnnounced` tells the length ahead; `pauseMs` waits between pieces; `abortAfter` breaks the connection after so many bytes.
 */
export async function upload({
  url,
  token,
  file,
  name,
  fields = {},
  isAnnounced = true,
  pauseMs = 0,
  abortAfter = Infinity,
}) {
  const started = performance.now();
  const head = Buffer.from(
    `${Object.entries(fields)
      .map(([key, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
      .join('')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const sending = request(`${url}/v1/documents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...(isAnnounced && { 'content-length': head.length + file.sizeBytes + tail.length }),
    },
  });
  const state = { sentBytes: 0, isOver: false };
  const answer = answerOf(sending, state);
  await send(sending, state, { head, file, tail, pauseMs, abortAfter });
  return { ...(await answer), seconds: (performance.now() - started) / 1000 };
}

async function send(sending, state, { head, file, tail, pauseMs, abortAfter }) {
  const write = async (bytes) => {
    state.sentBytes += bytes.length;
    if (!sending.write(bytes) && !state.isOver)
      await Promise.race([once(sending, 'drain').catch(() => {}), state.over]);
  };
  await write(head);
  for (const piece of file.pieces()) {
    if (state.isOver) break;
    if (state.sentBytes > abortAfter) return sending.destroy();
    await write(piece);
    if (pauseMs > 0) await sleep(pauseMs);
  }
  if (!state.isOver) sending.end(tail);
}

/** The answer, or the error code of a connection that broke before one came. */
function answerOf(sending, state) {
  const answer = new Promise((resolve) => {
    sending.once('response', (response) => {
      const { sentBytes } = state;
      state.isOver = true;
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      const done = () => {
        sending.destroy();
        resolve({ status: response.statusCode, body: parsed(text), sentBytes });
      };
      response.once('end', done);
      response.once('error', done);
    });
    sending.on('error', (error) => {
      state.isOver = true;
      resolve({ status: 0, body: { code: error.code }, sentBytes: state.sentBytes });
    });
    sending.once('close', () => resolve({ status: 0, body: { code: 'closed' }, sentBytes: state.sentBytes }));
  });
  state.over = answer;
  return answer;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
