import type { Features } from './features.js';
import type { Lesson } from './ranker.js';

/** Wrong spans that a lesson keeps: enough to tell right ones from, and few enough to keep thousands of lessons. */
const MOST_WRONG = 150;

/** Spans spread evenly over the document, the right ones and those that the local engine proposes among them. */
function sampled({ spans, right }: Lesson): Lesson {
  const isRight = new Set(right);
  // The local engine's own features come first, and are 0 where it did not propose the span.
  const isProposed = ({ values }: Features): boolean => values[0] !== 0 || values[1] !== 0;
  const wrong = spans.flatMap((features, index) => (isRight.has(index) || isProposed(features) ? [] : [index]));
  const step = Math.max(1, wrong.length / MOST_WRONG);
  const kept = new Set(
    Array.from({ length: Math.min(MOST_WRONG, wrong.length) }, (_, at) => wrong[Math.floor(at * step)]),
  );
  const chosen = spans.flatMap((features, index) =>
    isRight.has(index) || isProposed(features) || kept.has(index) ? [{ features, index }] : [],
  );
  return {
    spans: chosen.map(({ features }) => features),
    right: chosen.flatMap(({ index }, at) => (isRight.has(index) ? [at] : [])),
  };
}

/**
 * A lesson as bytes: numbers of spans and of right ones, the right ones, and for each span its slots and the values of the first
 * two; all other values are 1. Little-endian, 16 bits but for values (32-bit floats).
 */
export function encodeLesson(lesson: Lesson): Buffer {
  const { spans, right } = sampled(lesson);
  const size = 4 + 2 * right.length + spans.reduce((sum, { slots }) => sum + 2 + 2 * slots.length + 8, 0);
  const bytes = Buffer.alloc(size);
  let at = bytes.writeUInt16LE(spans.length, 0);
  at = bytes.writeUInt16LE(right.length, at);
  for (const index of right) at = bytes.writeUInt16LE(index, at);
  for (const { slots, values } of spans) {
    at = bytes.writeUInt16LE(slots.length, at);
    for (const slot of slots) at = bytes.writeUInt16LE(slot, at);
    at = bytes.writeFloatLE(values[0] ?? 0, at);
    at = bytes.writeFloatLE(values[1] ?? 0, at);
  }
  return bytes;
}

export function decodeLesson(source: Uint8Array): Lesson {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let at = 4;
  const next = (): number => {
    at += 2;
    return bytes.readUInt16LE(at - 2);
  };
  const right = Array.from({ length: bytes.readUInt16LE(2) }, next);
  const spans = Array.from({ length: bytes.readUInt16LE(0) }, () => {
    const slots = Uint16Array.from({ length: next() }, next);
    const values = new Float32Array(slots.length).fill(1);
    values[0] = bytes.readFloatLE(at);
    values[1] = bytes.readFloatLE(at + 4);
    at += 8;
    return { slots, values };
  });
  return { spans, right };
}
