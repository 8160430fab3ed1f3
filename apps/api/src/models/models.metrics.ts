import {
  type CallDraft,
  type CallResult,
  type Catalogue,
  MODEL_CATALOGUE,
  type NanoUsd,
  PRIORITIES,
  ProviderDoors,
  type ProviderSpec,
  type ProviderStatus,
} from '@app/llm';
import {
  type Counter,
  DURATION_BUCKETS,
  type Gauge,
  type Histogram,
  InjectMetric,
  makeCounterProvider,
  makeGaugeProvider,
  makeHistogramProvider,
} from '@app/observability';
import { Injectable } from '@nestjs/common';

/** What series are told apart by: names of the configuration, so there are few, and never a tenant. */
export type MeteredCall = Pick<CallDraft, 'purpose' | 'provider' | 'model'>;

const dollars = (nano: NanoUsd): number => nano / 1e9;

/** What requests to providers came to. */
@Injectable()
export class CallMetrics {
  constructor(
    @InjectMetric('dossier_models_calls_total') private readonly calls: Counter,
    @InjectMetric('dossier_models_call_duration_seconds') private readonly duration: Histogram,
    @InjectMetric('dossier_models_tokens_total') private readonly tokens: Counter,
    @InjectMetric('dossier_models_cost_dollars_total') private readonly cost: Counter,
  ) {}

  note({ purpose, provider, model }: MeteredCall, { outcome, usage, cost }: CallResult): void {
    this.calls.inc({ provider, model, purpose, outcome });
    if (usage.input > usage.cachedInput)
      this.tokens.inc({ provider, model, kind: 'input' }, usage.input - usage.cachedInput);
    if (usage.cachedInput > 0) this.tokens.inc({ provider, model, kind: 'cached-input' }, usage.cachedInput);
    if (usage.output > 0) this.tokens.inc({ provider, model, kind: 'output' }, usage.output);
    if (cost > 0) this.cost.inc({ provider, model, purpose }, dollars(cost));
  }

  noteDuration({ provider, model }: MeteredCall, ms: number): void {
    this.duration.observe({ provider, model }, ms / 1_000);
  }
}

/** Answers that needed no request. */
@Injectable()
export class CacheMetrics {
  constructor(
    @InjectMetric('dossier_models_cache_hits_total') private readonly hits: Counter,
    @InjectMetric('dossier_models_saved_dollars_total') private readonly saved: Counter,
  ) {}

  note({ purpose, provider, model }: MeteredCall, saved: NanoUsd): void {
    this.hits.inc({ provider, model, purpose });
    this.saved.inc({ provider, model, purpose }, dollars(saved));
  }
}

/** Sets a gauge when it is asked for, by how each provider stands for this instance. */
const byProvider = (set: (gauge: Gauge, provider: ProviderSpec, status: ProviderStatus) => void) =>
  function collect(this: Gauge, { providers }: Catalogue, doors: ProviderDoors): void {
    for (const provider of providers) set(this, provider, doors.statusOf(provider));
  };

const restingKeys = byProvider((gauge, { id }, status) => gauge.set({ provider: id }, status.restingKeys));
const openCircuits = byProvider((gauge, { id }, status) => {
  for (const [model, isOpen] of status.openCircuits) gauge.set({ provider: id, model }, isOpen ? 1 : 0);
});
const inFlight = byProvider((gauge, { id }, status) => {
  for (const lane of PRIORITIES) gauge.set({ provider: id, lane }, status.inFlight[lane]);
});
const waiting = byProvider((gauge, { id }, status) => {
  for (const lane of PRIORITIES) gauge.set({ provider: id, lane }, status.queued[lane]);
});
const inject = [MODEL_CATALOGUE, ProviderDoors];

export const MODELS_METRICS = [
  makeCounterProvider({
    name: 'dossier_models_calls_total',
    help: 'Requests to providers of models, by how they ended',
    labelNames: ['provider', 'model', 'purpose', 'outcome'],
  }),
  makeHistogramProvider({
    name: 'dossier_models_call_duration_seconds',
    help: 'Time of one request to a provider; batches are left out',
    labelNames: ['provider', 'model'],
    buckets: DURATION_BUCKETS,
  }),
  makeCounterProvider({
    name: 'dossier_models_tokens_total',
    help: 'Tokens as providers counted them; kind is input, cached-input or output',
    labelNames: ['provider', 'model', 'kind'],
  }),
  makeCounterProvider({
    name: 'dossier_models_cost_dollars_total',
    help: 'US dollars by list price',
    labelNames: ['provider', 'model', 'purpose'],
  }),
  makeCounterProvider({
    name: 'dossier_models_cache_hits_total',
    help: 'Answers that needed no request',
    labelNames: ['provider', 'model', 'purpose'],
  }),
  makeCounterProvider({
    name: 'dossier_models_saved_dollars_total',
    help: 'US dollars that answers from the cache would have cost',
    labelNames: ['provider', 'model', 'purpose'],
  }),
  makeGaugeProvider({
    name: 'dossier_models_keys_resting',
    help: 'Keys of the service that may not be used for one of their models at least',
    labelNames: ['provider'],
    inject,
    collect: restingKeys,
  }),
  makeGaugeProvider({
    name: 'dossier_models_circuit_open',
    help: '1 where a model failed too often and is only probed',
    labelNames: ['provider', 'model'],
    inject,
    collect: openCircuits,
  }),
  makeGaugeProvider({
    name: 'dossier_models_calls_in_flight',
    help: 'Requests under way, by lane of priority',
    labelNames: ['provider', 'lane'],
    inject,
    collect: inFlight,
  }),
  makeGaugeProvider({
    name: 'dossier_models_calls_waiting',
    help: 'Requests that wait for a place, by lane of priority',
    labelNames: ['provider', 'lane'],
    inject,
    collect: waiting,
  }),
];
