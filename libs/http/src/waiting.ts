import { AppError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

const MAX_WAIT_SECONDS = 60;

/** How long the caller is willing to wait, in seconds: `?wait=`, but never with `Prefer: respond-async`. */
export function waitSecondsOf(request: FastifyRequest, fallback: number): number {
  const prefer = String(request.headers.prefer ?? '');
  if (/(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer)) return 0;
  const raw = (request.query as Record<string, unknown> | undefined)?.['wait'];
  if (raw === undefined) return fallback;
  const seconds = Number(raw);
  if (
    typeof raw !== 'string' ||
    raw.trim() === '' ||
    !Number.isFinite(seconds) ||
    seconds < 0 ||
    seconds > MAX_WAIT_SECONDS
  )
    throw new AppError('invalid_input', 'invalid', {
      detail: 'The request is not valid.',
      errors: [{ pointer: '/wait', detail: `has to be a number from 0 to ${MAX_WAIT_SECONDS}` }],
    });
  return seconds;
}
