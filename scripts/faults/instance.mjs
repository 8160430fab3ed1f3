// One instance of the service as far as models go, in a process of its own that may be killed: its modules, on the Postgres,
// Redis and providers that the environment names. Messages bring work, messages answer it.
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { root } from '../prepare.mjs';
import { requestOf } from './work.mjs';

const built = (path) => import(join(root, 'dist', path));
const [
  cache,
  config,
  database,
  encryption,
  kernel,
  llm,
  observability,
  queue,
  tenancy,
  threads,
  definitions,
  models,
  tenants,
] = await Promise.all([
  ...['cache', 'config', 'database', 'encryption', 'kernel', 'llm', 'observability', 'queue', 'tenancy', 'threads'].map(
    (name) => built(`libs/${name}/src/index.js`),
  ),
  ...['config-definitions.js', 'models/index.js', 'tenants/index.js'].map((name) => built(`apps/api/src/${name}`)),
]);

const provided = [
  { provide: observability.Log, useValue: new observability.Log({ level: 'error', pretty: false }) },
  { provide: kernel.Clock, useClass: kernel.SystemClock },
  // Events are entered; nobody relays them here.
  { provide: queue.Outbox, useFactory: () => new queue.Outbox({ nudge: () => {} }) },
];
class Parts {}
Module({
  imports: [
    config.ConfigModule.forRoot(definitions.CONFIG_DEFINITIONS, process.env),
    { module: class Process {}, global: true, providers: provided, exports: provided.map(({ provide }) => provide) },
    database.DatabaseModule,
    encryption.EncryptionModule,
    cache.CacheModule,
    threads.ThreadsModule,
    tenants.TenantsModule,
    models.ModelsModule,
    llm.LlmModule,
  ],
})(Parts);
const app = await NestFactory.createApplicationContext(Parts, { logger: ['error'], abortOnError: false });
const gateway = app.get(llm.ModelGateway);

process.on('message', ({ id, tenantId, ...work }) => {
  tenancy
    .runAsTenant(tenancy.systemContext(tenantId), () => gateway.ask(requestOf(work)))
    .then(
      (answer) => process.send?.({ id, answer }),
      (error) => process.send?.({ id, answer: { kind: 'error', reason: String(error) } }),
    );
});
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
process.send?.({ isReady: true });
