import { AppError } from '@app/kernel';
import { createClient } from 'redis';

export type RedisClient = ReturnType<typeof createClient>;

/** Injection token of the shared connection for commands. */
export const REDIS = Symbol.for('dossier.redis');

/** Creates a client that keeps trying to reconnect and that fails at once, with a typed error, while it cannot. */
export async function connectRedis(url: string, onError: (error: unknown) => void): Promise<RedisClient> {
  const client = createClient({
    url,
    RESP: 3,
    disableOfflineQueue: true,
    socket: { connectTimeout: 3_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 6), 1_000) },
  }) as unknown as RedisClient;
  client.on('error', onError);
  await client.connect();
  return client;
}

export const redisUnavailable = (cause: unknown): AppError =>
  new AppError('cache_unavailable', 'unavailable', { cause, detail: 'Redis cannot be reached.', retryAfterSeconds: 2 });
