import { detectPii } from './detect-pii.js';
import { redactText } from './redact.js';

const LONGEST = 500;
const DEEPEST = 4;
const MOST_ITEMS = 20;

function maskString(value: string): string {
  const head = value.slice(0, LONGEST);
  const masked = redactText(head, detectPii(head), 'mask').text;
  return value.length > LONGEST ? `${masked}… (${value.length} characters)` : masked;
}

function mask(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskString(value);
  if (value instanceof Error) return { name: value.name, message: maskString(value.message) };
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[…]';
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item: unknown) => mask(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner, depth + 1)]));
}

/** A value for the log: personal data masked, long texts and lists cut, bytes counted instead of shown. */
export const maskForLog = (value: unknown): unknown => mask(value, 0);
