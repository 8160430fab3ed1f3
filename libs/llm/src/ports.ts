import type { ModelSpec, ProviderKey, Purpose } from './catalogue/model-spec.js';
import type { NanoUsd, TokenUsage } from './catalogue/money.js';
import type { AnswerFault } from './gateway/answer-check.js';
import type { ContentPart } from './prompt/wrap-content.js';
import type { FaultKind } from './providers/model-provider.js';

/** How one request to a provider ended, or that none was needed. */
export type CallOutcome = 'answered' | 'cache-hit' | AnswerFault | FaultKind;

/** Who asks for what: budgets and the ledger go by it. The tenant and the user come from the context. */
export interface CallSubject {
  readonly purpose: Purpose;
  readonly documentId: string | null;
}

export interface CallDraft extends CallSubject {
  readonly provider: string;
  /** Id of the model: `provider/name`. */
  readonly model: string;
  readonly keyId: string | null;
  /** From 1, over all models and keys that the piece of work has tried. */
  readonly attempt: number;
  /** SHA-256 of what is sent, hexadecimal. */
  readonly promptHash: string;
  /** At most what the call will use: it is reserved. */
  readonly estimate: { readonly tokens: number; readonly cost: NanoUsd };
  /** Seconds after which the call counts as spent where it was never closed; as the service is set where absent. */
  readonly lifeSeconds?: number;
}

export interface CallResult {
  readonly outcome: CallOutcome;
  readonly usage: TokenUsage;
  readonly cost: NanoUsd;
  readonly latencyMs: number;
}

/** A call whose cost is reserved. It is closed exactly once; one that never is (a crash) counts as spent when it expires. */
export interface OpenCall {
  readonly kind: 'open';
  readonly id: string;
  close(result: CallResult): Promise<void>;
}

/** What is to happen where a budget is used up: the local engine does the work, or the request is refused. */
export type OnExhausted = 'local' | 'refuse';

/** A hard limit leaves no room for the call. */
export interface BudgetRefusal {
  readonly kind: 'refused';
  readonly onExhausted: OnExhausted;
}

/** Budgets and the ledger. The models room keeps them in Postgres. */
export abstract class CallBook {
  /** Reserves the estimate. */
  abstract open(draft: CallDraft): Promise<OpenCall | BudgetRefusal>;
  /** A call that was opened earlier, by another instance perhaps. */
  abstract resume(id: string, about: Pick<CallDraft, 'purpose' | 'provider' | 'model'>): OpenCall;
  /** Enters an answer that needed no call: what it would have cost is saved. */
  abstract noteCacheHit(
    subject: CallSubject & { readonly model: string; readonly promptHash: string },
    saved: NanoUsd,
  ): void;
}

/** What may leave, and in which form. */
export type PreparedContent =
  | { readonly kind: 'forbidden' }
  | {
      readonly kind: 'allowed';
      readonly parts: readonly ContentPart[];
      /** Puts back what was replaced, in all texts of an answer. */
      readonly restore: <T>(value: T) => T;
    };

/** The tenant's privacy policy at the exit: as is, masked, pseudonyms, or nothing. */
export abstract class PrivacyExit {
  abstract prepare(purpose: Purpose, parts: readonly ContentPart[]): Promise<PreparedContent>;
}

/** What a tenant has set up for itself. */
export interface TenantModels {
  /** Ids of models to ask for a purpose; null for the service's own route. */
  readonly routes: ReadonlyMap<Purpose, readonly string[]>;
  /** The tenant's own keys by provider; a provider without an entry is asked with the service's keys. */
  readonly keys: ReadonlyMap<string, readonly ProviderKey[]>;
  /** Where texts may go; models that name another region are not asked. Null for anywhere. */
  readonly regions: ReadonlySet<string> | null;
}

/** Whether a model may be asked: it is run where the tenant's texts may go, or does not say where. */
export const isWithin = ({ regions }: Pick<TenantModels, 'regions'>, model: Pick<ModelSpec, 'region'>): boolean =>
  regions === null || model.region === undefined || regions.has(model.region);

export abstract class TenantModelSettings {
  abstract current(): Promise<TenantModels>;
}
