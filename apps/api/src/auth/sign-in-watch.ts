import type { Transaction } from '@app/database';

export interface SignInEvent {
  readonly tenantId: string;
  /** Whose account it is about. */
  readonly userId: string;
  readonly succeeded: boolean;
}

/** What sign-in tells those who keep a record of it, who stand above. */
export abstract class SignInWatch {
  /** Somebody came in, was refused, stayed or went out; in the transaction that makes it so. */
  abstract noted(tx: Transaction, event: SignInEvent): Promise<void>;
}
