export { healthConfig } from './health.config.js';
export { HealthModule } from './health.module.js';
export { MetricsController } from './metrics.controller.js';
