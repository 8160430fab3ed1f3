import { AppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet, 2023. Algorithm 2 is the library's number for Argon2id. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing known, with the same parameters: checking against it takes the time of a real one. */
const DUMMY_HASH = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** The hashing threads are those of file access too, of which Node has four: sign-ins may take half of them. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

/** Hashes and checks passwords outside the event loop, in the order in which they came. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalized(password), PARAMETERS));
  }

  /** Without a hash (no such user) the answer is no, after the same time. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const right = await this.inTurn(() => verify(passwordHash ?? DUMMY_HASH, normalized(password)));
    return right && passwordHash !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= MOST_WAITING)
      throw new AppError('sign_in_busy', 'rate_limited', {
        detail: 'There are too many sign-ins at the moment.',
        retryAfterSeconds: 1,
      });
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      // The place goes to the next in the queue, so that nobody who comes now can overtake.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

/** One form for characters that keyboards compose differently (NIST SP 800-63B, 3.1.1.2). */
const normalized = (password: string): string => password.normalize('NFKC');
