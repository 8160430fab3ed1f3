import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { AppError } from '@app/kernel';
import { z } from 'zod';
import { ACCESS_TOKEN_ALGORITHM } from '../domain/claims.js';

/**
 * The signing keys are a JWKS file (RFC 7517) with the private keys of P-256 and one member of our own, `status`:
 * `current` signs; `next` will sign after the next rotation and is already published; `previous` signed before the last
 * one and is kept while its tokens live. All are accepted. To rotate, call `rotateSigningKeys`, or put a file of that
 * form in its place: instances notice within `AUTH_KEYS_RELOAD_SECONDS`. Because every instance knew `next` before it
 * signs, no request fails meanwhile. Leave the life of an access token between two rotations. After a theft, remove
 * the file (outside production) or put new keys in its place: all access tokens end, refresh tokens do not.
 */
const KEY_STATUSES = ['current', 'next', 'previous'] as const;

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const keySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
  kid: z.string().min(1).max(200),
  status: z.enum(KEY_STATUSES),
});
const keySetSchema = z
  .object({ keys: z.array(keySchema).min(1).max(10) })
  .refine(
    ({ keys }) =>
      keys.filter(({ status }) => status === 'current').length === 1 &&
      new Set(keys.map(({ kid }) => kid)).size === keys.length,
    { message: 'needs exactly one key with the status "current" and a kid of its own for each key' },
  );
type KeyFile = z.infer<typeof keySetSchema>;
type KeyEntry = KeyFile['keys'][number];

export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

export interface SigningKey {
  readonly kid: string;
  readonly status: (typeof KEY_STATUSES)[number];
  readonly privateKey: KeyObject;
  /** SPKI, because that is what the verifying library takes. */
  readonly publicPem: string;
  readonly publicJwk: PublicJwk;
}

async function newKey(status: KeyEntry['status']): Promise<KeyEntry> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  return keySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk as { kty: string }), status });
}

const newKeyFile = async (): Promise<KeyFile> => ({ keys: [await newKey('current'), await newKey('next')] });

/** `next` signs from now on, `current` is still accepted, what was `previous` is gone. */
async function rotated({ keys }: KeyFile): Promise<KeyFile> {
  const current = keys.find(({ status }) => status === 'current');
  const next = keys.find(({ status }) => status === 'next') ?? (await newKey('next'));
  return {
    keys: [
      { ...next, status: 'current' },
      await newKey('next'),
      ...(current ? [{ ...current, status: 'previous' as const }] : []),
    ],
  };
}

function signingKeyOf({ status, ...jwk }: KeyEntry): SigningKey {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const { kty, crv, x, y, kid } = jwk;
  return {
    kid,
    status,
    privateKey,
    publicPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    publicJwk: { kty, crv, x, y, kid, alg: ACCESS_TOKEN_ALGORITHM, use: 'sig' },
  };
}

async function readKeyFile(path: string): Promise<KeyFile> {
  const text = await readFile(path, 'utf8');
  try {
    return keySetSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('invalid_signing_keys', 'invalid', {
      cause,
      detail: `${path} is not a JWKS file with private P-256 keys, one of them with the status "current".`,
    });
  }
}

/** Writes beside the file and moves it there, so that nobody ever reads half a file. */
async function writeKeyFile(path: string, file: KeyFile, place: (from: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeFile(temporary, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await place(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** The keys of a file, `current` first. */
export const readSigningKeys = async (path: string): Promise<SigningKey[]> =>
  (await readKeyFile(path)).keys
    .map(signingKeyOf)
    .toSorted((a, b) => KEY_STATUSES.indexOf(a.status) - KEY_STATUSES.indexOf(b.status));

/** Makes the file where there is none; of two processes that do so at once, one wins and both use its keys. */
export async function ensureSigningKeys(path: string, mayCreate: boolean): Promise<void> {
  try {
    await readFile(path);
    return;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  if (!mayCreate)
    throw new AppError('signing_keys_missing', 'invalid', {
      detail: `In production the signing keys have to be there already: ${path} does not exist (AUTH_KEYS_FILE).`,
    });
  await writeKeyFile(path, await newKeyFile(), (temporary) =>
    link(temporary, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    }),
  );
}

/** One rotation; see above for when and how. */
export async function rotateSigningKeys(path: string): Promise<void> {
  await writeKeyFile(path, await rotated(await readKeyFile(path)), (temporary) => rename(temporary, path));
}
