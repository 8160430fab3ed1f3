import { LRUCache } from 'lru-cache';
import type { ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { faultOfStatus, faultOfTransport } from './api-faults.js';
import { ProviderFault } from './model-provider.js';

type ClassOf<T> = abstract new (...args: never[]) => T;

/** The errors of an SDK. OpenAI's and Anthropic's come from one generator and have the same. */
interface SdkErrors {
  readonly APIUserAbortError: ClassOf<Error>;
  readonly APIConnectionTimeoutError: ClassOf<Error>;
  readonly APIConnectionError: ClassOf<Error>;
  readonly APIError: ClassOf<Error & { readonly status: unknown }>;
}

interface Access {
  readonly key: ProviderKey | null;
  readonly signal: AbortSignal;
}

/** Options of all clients: servers of one's own ask for no key but the SDKs insist on one; the gateway owns retries and time limits. */
export const clientOptions = (headers: ProviderSpec['headers']) =>
  ({ apiKey: 'none', defaultHeaders: headers, maxRetries: 0, timeout: 600_000 }) as const;

/** Clients of keys that are kept; tenants bring keys of their own. */
const KEPT_CLIENTS = 1_000;

/** An SDK's clients for one provider, one a key. */
export class SdkClients<C extends { withOptions(options: { apiKey: string }): C }> {
  private readonly clients = new LRUCache<string, C & object>({ max: KEPT_CLIENTS });

  constructor(
    private readonly unkeyed: C & object,
    private readonly faultOf: (error: unknown, signal: AbortSignal) => ProviderFault,
  ) {}

  /** Does something with the client of a key. Throws `ProviderFault`. */
  async run<T>(
    { key, signal }: Access,
    work: (client: C, options: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(key === null ? this.unkeyed : this.clientOf(key), { signal });
    } catch (error) {
      throw this.faultOf(error, signal);
    }
  }

  private clientOf({ secret }: ProviderKey): C {
    let client = this.clients.get(secret);
    if (client === undefined) {
      client = this.unkeyed.withOptions({ apiKey: secret });
      this.clients.set(secret, client);
    }
    return client;
  }
}

/** Tells what an error stands for that an SDK, or what lies below it, has thrown. */
export const sdkFaults =
  (sdk: () => SdkErrors) =>
  (error: unknown, signal: AbortSignal): ProviderFault => {
    if (error instanceof ProviderFault) return error;
    const { APIUserAbortError, APIConnectionTimeoutError, APIConnectionError, APIError } = sdk();
    if (error instanceof APIUserAbortError) return new ProviderFault('cancelled', { cause: error });
    if (error instanceof APIConnectionTimeoutError) return new ProviderFault('timeout', { cause: error });
    if (error instanceof APIConnectionError) return faultOfTransport(error.cause ?? error, signal);
    if (error instanceof APIError && typeof error.status === 'number')
      return faultOfStatus(error as { status: number }, Date.now(), error);
    return faultOfTransport(error, signal);
  };
