import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const healthConfig = defineConfig('health', {
  metricsToken: setting(
    'METRICS_TOKEN',
    value.optionalText(),
    'Bearer token that /metrics asks for; must be set in production',
    { secret: true },
  ),
  queueLagSeconds: setting(
    'HEALTH_QUEUE_LAG_SECONDS',
    value.integer(300, 1),
    'Age of the oldest due job, seconds, from which readiness reports the queue as degraded',
  ),
});
export type HealthConfig = ConfigOf<typeof healthConfig>;
