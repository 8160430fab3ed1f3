import { parsePublicId } from '@app/kernel';
import { z } from 'zod';

/** Type of an access token (RFC 9068 section 2.1), so that no other signed thing can pass for one. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

/** The only algorithm that is signed with and accepted. */
export const ACCESS_TOKEN_ALGORITHM = 'ES256';

const uuidOf = (kind: 'user' | 'tenant') =>
  z.string().transform((id, context) => {
    const uuid = parsePublicId(kind, id);
    if (uuid !== null) return uuid;
    context.addIssue('is not an id');
    return z.NEVER;
  });

/** The header of an access token, and nothing else in it: no `jku`, `jwk`, `x5u` or `crit` is ever looked at. */
const headerSchema = z.strictObject({
  alg: z.literal(ACCESS_TOKEN_ALGORITHM),
  typ: z.literal(ACCESS_TOKEN_TYPE),
  kid: z.string().min(1).max(200),
});

const claimsSchema = z.object({ sub: uuidOf('user'), tid: uuidOf('tenant'), exp: z.number(), iat: z.number() });

/** What an access token says; role and state of the user are looked up, because they change. */
export interface AccessClaims {
  readonly userId: string;
  readonly tenantId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The claims of a token whose signature, issuer, audience and times were verified. */
export function parseClaims(payload: unknown): AccessClaims | null {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, tid, exp } = parsed.data;
  return { userId: sub, tenantId: tid, expiresAt: exp * 1_000 };
}

/** Three parts of base64url; the signature of ES256 is 64 bytes long. */
const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;

/** One spelling for one value: unused bits of the last character are zero. */
const isCanonical = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;

/** The key id of a token that has exactly the form of ours, else null. Nothing is verified yet. */
export function keyIdOf(token: string): string | null {
  const parts = COMPACT.exec(token)?.slice(1);
  if (!parts?.every(isCanonical)) return null;
  try {
    const header: unknown = JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString('utf8'));
    const parsed = headerSchema.safeParse(header);
    return parsed.success ? parsed.data.kid : null;
  } catch {
    return null;
  }
}
