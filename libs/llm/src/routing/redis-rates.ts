import type { RedisClient } from '@app/cache';
import { withDeadline } from '@app/kernel';
import type { Allowance, BucketShape, Draw } from './rate-bucket.js';
import type { RateShare } from './rate-window.js';

const PREFIX = 'dossier:llm:rate:';
/** Longer than a bucket takes to be full again: one that is gone is a full one. */
const LIFE_MS = 120_000;
/** Calls wait for it, so a Redis that hangs is gone by soon. */
const LIMIT_MS = 500;

/** Fills the buckets by Redis' own clock, takes back, hands out. A capacity below 0 stands for no limit. */
const DRAW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local was = redis.call('HMGET', KEYS[1], 'at', 'requests', 'tokens')
local passed = math.max(0, now - (tonumber(was[1]) or now))
local answer = {}
for i = 1, 2 do
  local capacity, rate, want, back = unpack(ARGV, i * 4 - 3, i * 4)
  capacity = tonumber(capacity)
  local granted, level = 0, 0
  if capacity > 0 then
    level = math.min(capacity, (tonumber(was[i + 1]) or capacity) + passed * tonumber(rate) + tonumber(back))
    granted = math.max(0, math.min(tonumber(want), math.floor(level)))
    level = level - granted
  end
  redis.call('HSET', KEYS[1], i == 1 and 'requests' or 'tokens', string.format('%.9f', level))
  answer[i] = granted
  answer[i + 2] = math.floor(level)
end
redis.call('HSET', KEYS[1], 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], ${LIFE_MS})
return answer`;

/** Limits of keys, shared by all instances through Redis. Keys are named by fingerprints. */
export class RedisRates implements RateShare {
  constructor(private readonly redis: Pick<RedisClient, 'eval' | 'isReady'>) {}

  async draw(name: string, shape: BucketShape, want: Allowance, back: Allowance): Promise<Draw | null> {
    if (!this.redis.isReady) return null;
    const argumentsOf = (which: 'requests' | 'tokens'): string[] => {
      const capacity = shape.capacity[which];
      return [Number.isFinite(capacity) ? capacity : -1, shape.rate[which], want[which], back[which]].map(String);
    };
    const script = { keys: [PREFIX + name], arguments: [...argumentsOf('requests'), ...argumentsOf('tokens')] };
    try {
      const answer = (await withDeadline(LIMIT_MS, 'Redis', this.redis.eval(DRAW, script))) as number[];
      const [requests = 0, tokens = 0, requestsLeft = 0, tokensLeft = 0] = answer.map(Number);
      return { granted: { requests, tokens }, left: { requests: requestsLeft, tokens: tokensLeft } };
    } catch {
      return null;
    }
  }
}
