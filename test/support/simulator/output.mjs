/** Milliseconds between two bytes, or events, of an answer that drips. */
const DRIP_MS = 200;
/** A drip that ends by itself would be an answer. */
const DRIP_BYTES = 1_000_000;

export function send(response, status, body, headers = {}) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

export function sendStream(response, events) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events) response.write(event);
  response.end();
}

/** Never a whole answer: silence, a little at a time for ever, or half of it. Of a stream, `parts` are its events. */
export function breakOff(response, fault, parts, isStream) {
  if (fault === 'hang') return;
  const text = parts.join('');
  response.writeHead(
    200,
    isStream
      ? { 'content-type': 'text/event-stream' }
      : { 'content-type': 'application/json', 'content-length': Math.max(DRIP_BYTES, Buffer.byteLength(text)) },
  );
  if (fault === 'cut') {
    response.isBrokenOff = true;
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
    return;
  }
  const drops = isStream ? parts.slice(0, Math.floor(parts.length / 2)) : [...text];
  const timer = setInterval(() => response.write(drops.shift() ?? (isStream ? ': wait\n\n' : ' ')), DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

const VECTOR_LENGTH = 8;

/** A vector that tells texts apart and means nothing. */
export function vectorOf(text) {
  const vector = Array.from({ length: VECTOR_LENGTH }, () => 0);
  for (let at = 0; at < text.length; at++) vector[at % VECTOR_LENGTH] += text.charCodeAt(at) % 17;
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
