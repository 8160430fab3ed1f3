import { fingerprintOf, Idempotency, idempotencyKeyOf, idempotentRouteOf } from '@app/http';
import { AppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * `Idempotency-Key` for calls whose answer holds a secret. What is stored for a repetition is the answer without it:
 * a secret that is kept only as a hash must not lie in another table in plain text for a day.
 */
@Injectable()
export class SecretAnswers {
  constructor(private readonly idempotency: Idempotency) {}

  async once<T extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<T>,
    withoutSecret: (answer: T) => T,
  ): Promise<T> {
    const key = idempotencyKeyOf(request);
    if (key === undefined) return work();
    const route = idempotentRouteOf(request);
    const fingerprint = fingerprintOf({ body: request.body ?? null, query: request.query ?? null });
    const admission = await this.idempotency.admit(route, key, fingerprint);
    if (admission.kind === 'replay') {
      reply.header('idempotent-replayed', 'true');
      return admission.answer.body as T;
    }
    if (admission.kind === 'committed') throw new AppError('idempotency_conflict', 'conflict');
    try {
      const answer = await work();
      await this.idempotency.store(route, key, { status: reply.statusCode, body: withoutSecret(answer) });
      return answer;
    } catch (error) {
      await this.idempotency.release(route, key).catch(() => undefined);
      throw error;
    }
  }
}
