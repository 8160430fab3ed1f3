/** A data key as it is kept: sealed by a master key, which alone can open it. */
export interface WrappedKey {
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
}

/**
 * Where master keys are. They seal nothing but data keys; `context` says whose key it is, and a wrapped key that was moved to
 * another place does not open. All methods throw `master_key_missing` (a key that is gone) or `kms_unavailable`.
 */
export abstract class MasterKeys {
  /** For the evidence: `file` or `kms`. */
  abstract readonly kind: 'file' | 'kms';
  /** The key that wraps what is new; what another one has wrapped is to be wrapped again. */
  abstract currentId(): Promise<string>;
  abstract wrap(key: Uint8Array, context: string): Promise<WrappedKey>;
  abstract unwrap(wrapped: WrappedKey, context: string): Promise<Uint8Array>;
}
