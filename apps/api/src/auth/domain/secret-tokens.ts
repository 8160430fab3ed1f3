import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as 43 characters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. 256 random bits cannot be guessed, so a slow hash would add nothing. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compares in a time that tells nothing about how much of the secret is right. */
export const matchesHash = (secret: string, hash: Uint8Array): boolean =>
  hash.length === 32 && timingSafeEqual(hashOf(secret), hash);

export const REFRESH_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `dsr_<public id>_<secret>`: the first part finds the key, the second proves it. */
const API_KEY = /^dsr_([0-9a-f]{24})_([A-Za-z0-9_-]{43})$/;

export interface ApiKeyParts {
  readonly publicId: string;
  readonly secret: string;
}

export const newApiKey = (): ApiKeyParts => ({ publicId: randomBytes(12).toString('hex'), secret: newSecret() });

export const formatApiKey = ({ publicId, secret }: ApiKeyParts): string => `dsr_${publicId}_${secret}`;

export const looksLikeApiKey = (token: string): boolean => token.startsWith('dsr_');

export function parseApiKey(token: string): ApiKeyParts | null {
  const [, publicId, secret] = API_KEY.exec(token) ?? [];
  return publicId === undefined || secret === undefined ? null : { publicId, secret };
}

/** The token of an `Authorization: Bearer …` header (RFC 6750; the scheme's name is not case-sensitive). */
export const bearerToken = (header: unknown): string | null =>
  typeof header === 'string' ? (/^Bearer +([\x21-\x7e]+) *$/i.exec(header)?.[1] ?? null) : null;

/** A password that nobody chose: 120 random bits in 20 characters. */
export const newPassword = (): string => randomBytes(15).toString('base64url');
