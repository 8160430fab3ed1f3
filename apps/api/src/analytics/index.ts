export { analyticsConfig } from './analytics.config.js';
export { AnalyticsModule } from './analytics.module.js';
