import { calculateJwkThumbprint, importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { fillTemplate, newSigningKeys, rotateSigningKeys } from '../../docker/make-secrets.mjs';
import { productionProblems } from '../../apps/api/src/production-check.js';
import { readText } from './files.js';

const template = readText('docker/production.env.example');
const valuesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

describe('fillTemplate', () => {
  it('puts a secret of its own in each place, fit for URLs', () => {
    const before = valuesOf(template);
    const after = valuesOf(fillTemplate(template));
    const secrets = Object.keys(before).filter((name) => before[name] === 'CHANGE_ME');
    expect(secrets.length).toBeGreaterThanOrEqual(7);
    for (const name of secrets) expect(after[name]).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(new Set(secrets.map((name) => after[name])).size).toBe(secrets.length);
    expect(JSON.stringify(after)).not.toContain('CHANGE_ME');
  });

  it('leaves comments and other values', () => {
    const filled = fillTemplate(template, () => 'x');
    expect(filled.split('\n').filter((line) => line.startsWith('#'))).toEqual(
      template.split('\n').filter((line) => line.startsWith('#')),
    );
    expect(valuesOf(filled)['PUBLIC_URL']).toBe(valuesOf(template)['PUBLIC_URL']);
  });

  it('makes secrets that production accepts', () => {
    const { METRICS_TOKEN, INIT_ADMIN_PASSWORD } = valuesOf(fillTemplate(template));
    const problems = productionProblems('production', { METRICS_TOKEN, INIT_ADMIN_PASSWORD });
    expect(problems.filter((problem) => /METRICS|INIT_ADMIN/.test(problem))).toEqual([]);
  });
});

describe('signing keys', () => {
  it('are a current and a next P-256 key, each named by its thumbprint', async () => {
    const { keys } = newSigningKeys();
    expect(keys.map(({ status }) => status)).toEqual(['current', 'next']);
    for (const { status: _, kid, ...jwk } of keys) {
      expect(jwk).toMatchObject({ kty: 'EC', crv: 'P-256' });
      expect(kid).toBe(await calculateJwkThumbprint(jwk));
      const token = await new SignJWT({ a: 1 })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(await importJWK(jwk, 'ES256'));
      const { d: __, ...publicJwk } = jwk;
      const { payload } = await jwtVerify(token, await importJWK(publicJwk, 'ES256'));
      expect(payload['a']).toBe(1);
    }
  });

  it('move on by one at a rotation', () => {
    const first = newSigningKeys();
    const second = rotateSigningKeys(first);
    const third = rotateSigningKeys(second);
    const kids = (file: typeof first) => Object.fromEntries(file.keys.map(({ status, kid }) => [status, kid]));
    expect(kids(second)).toMatchObject({ current: kids(first)['next'], previous: kids(first)['current'] });
    expect(kids(third)).toMatchObject({ current: kids(second)['next'], previous: kids(second)['current'] });
    expect(new Set(third.keys.map(({ kid }) => kid)).size).toBe(3);
  });
});
