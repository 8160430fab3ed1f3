import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { AppError } from '@app/kernel';
import {
  type AuditEntry,
  canonicalEntry,
  canonicalHead,
  type ChainHead,
  type SealedEntry,
  type SignedHead,
} from './domain/audit-entry.js';

/** A secret in base64url of 24 random bytes has 32 characters, one of 18 bytes 24. */
const MIN_SECRET = 24;
/** PKCS #8 of an Ed25519 key (RFC 8410 section 7) up to its 32 bytes. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface AuditKey {
  readonly id: string;
  readonly mac: Buffer;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Two keys out of one secret (RFC 5869): one to authenticate entries, one to sign heads. Named after the public one. */
function keyOf(secret: string): AuditKey {
  if (secret.length < MIN_SECRET)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: `AUDIT_KEYS: each secret needs at least ${MIN_SECRET} characters`,
    });
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const seed = derived('dossier audit heads');
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
  return { id: id.slice(0, 12), mac: derived('dossier audit entries'), privateKey, publicKey };
}

export const newAuditSecret = (): string => randomBytes(24).toString('base64url');

/** The keys of the audit trail: the first secret's write, those of all verify. */
export class AuditKeys {
  private readonly current: AuditKey;
  private readonly byId: ReadonlyMap<string, AuditKey>;

  constructor(secrets: readonly string[]) {
    const keys = secrets.map(keyOf);
    const [current] = keys;
    if (!current) throw new AppError('invalid_configuration', 'invalid', { detail: 'AUDIT_KEYS: has no secret' });
    this.current = current;
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  seal(entry: AuditEntry): SealedEntry {
    const { id, mac } = this.current;
    return { ...entry, keyId: id, mac: createHmac('sha256', mac).update(canonicalEntry(entry, id)).digest() };
  }

  /** Whether this service has written the entry, and nobody has touched it since. */
  isGenuine(entry: SealedEntry): boolean {
    const key = this.byId.get(entry.keyId);
    if (key === undefined) return false;
    const mac = createHmac('sha256', key.mac).update(canonicalEntry(entry, entry.keyId)).digest();
    return mac.length === entry.mac.length && timingSafeEqual(mac, entry.mac);
  }

  signHead(tenantId: string, head: Omit<ChainHead, 'keyId'>): SignedHead {
    const named = { ...head, keyId: this.current.id };
    return { ...named, signature: sign(null, canonicalHead(tenantId, named), this.current.privateKey) };
  }

  isSigned(tenantId: string, head: SignedHead): boolean {
    const key = this.byId.get(head.keyId);
    return key !== undefined && verify(null, canonicalHead(tenantId, head), key.publicKey, head.signature);
  }

  /** The public half as a JWK (RFC 8037), with which anybody can check the signature of a head; null for a key that is gone. */
  publicKey(id: string): { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string } | null {
    const x = this.byId.get(id)?.publicKey.export({ format: 'jwk' }).x;
    return x === undefined ? null : { kty: 'OKP', crv: 'Ed25519', x };
  }
}
