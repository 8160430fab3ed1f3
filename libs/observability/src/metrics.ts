import { makeCounterProvider, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';

/**
 * Names of metrics: `dossier_<room>_<what>_<unit>`. A tenant, a person or a document is never a label.
 * A room declares its metrics as providers and injects them with `@InjectMetric(name)`.
 */
export { InjectMetric, PrometheusModule } from '@willsoto/nestjs-prometheus';
export { type Counter, type Gauge, Histogram, register } from 'prom-client';
export { makeCounterProvider, makeGaugeProvider, makeHistogramProvider };

/** Seconds; from a cache hit to a long OCR run. */
export const DURATION_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
