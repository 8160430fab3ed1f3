#!/usr/bin/env node
// Makes what docker-compose.prod.yml needs and git must not hold, in docker/secrets/:
//   production.env   random passwords in the place of each CHANGE_ME of production.env.example
//   metrics-token    the METRICS_TOKEN again, as the file that Prometheus reads
//   keys/jwt.json    the keys that sign access tokens
// Files that are there are left alone. `--rotate-keys` only makes the next signing key the current one.
// Built-in modules only, so that it runs before anything is installed.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLACEHOLDER = /CHANGE_ME/g;

/** 32 characters that may stand in a URL as they are. */
const secret = () => randomBytes(24).toString('base64url');

/** The template with a secret of its own for each placeholder of a setting; comments stay as they are. */
export const fillTemplate = (template, makeSecret = secret) =>
  template.replace(/^[A-Z_]+=.*$/gm, (line) => line.replace(PLACEHOLDER, () => makeSecret()));

/** A P-256 key as the service reads it: a private JWK whose `kid` is its thumbprint (RFC 7638). */
function signingKey(status) {
  const { kty, crv, x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { kty, crv, x, y, d, kid, status };
}

export const newSigningKeys = () => ({ keys: [signingKey('current'), signingKey('next')] });

/** `next` signs from now on; `current` is still accepted; what was `previous` is gone. */
export function rotateSigningKeys({ keys }) {
  const [current, next] = ['current', 'next'].map((status) => keys.find((key) => key.status === status));
  return {
    keys: [
      { ...(next ?? signingKey('next')), status: 'current' },
      signingKey('next'),
      ...(current ? [{ ...current, status: 'previous' }] : []),
    ],
  };
}

const say = (line) => process.stdout.write(`${line}\n`);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Containers read mounted files as users of their own, so these may be read by all; `production.env` only Compose reads. What keeps other people of the
 * machine out is the folder around them, which only its owner may enter; bind mounts do not pass through it.
 */
function write(path, text, mode = 0o644) {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text, { mode });
  chmodSync(temporary, mode);
  renameSync(temporary, path);
  say(`wrote ${path}`);
}

function main() {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = join(here, 'secrets');
  const keys = join(folder, 'keys');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  for (const name of ['keys', 'tls']) {
    mkdirSync(join(folder, name), { recursive: true });
    chmodSync(join(folder, name), 0o755);
  }
  const keyFile = join(keys, 'jwt.json');
  if (process.argv.includes('--rotate-keys'))
    return write(keyFile, json(rotateSigningKeys(JSON.parse(readFileSync(keyFile, 'utf8')))));
  const envFile = join(folder, 'production.env');
  const once = (path, make, mode) => (existsSync(path) ? say(`kept  ${path}`) : write(path, make(), mode));
  once(envFile, () => fillTemplate(readFileSync(join(here, 'production.env.example'), 'utf8')), 0o600);
  once(join(folder, 'metrics-token'), () => /^METRICS_TOKEN=(.*)$/m.exec(readFileSync(envFile, 'utf8'))?.[1] ?? '');
  once(keyFile, () => json(newSigningKeys()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
