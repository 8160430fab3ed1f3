// The gateway of the whole service: its rooms, its Postgres, its Redis.
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { root } from '../../scripts/prepare.mjs';
import { INSTRUCTIONS, invoice, schema } from './gateway-request.mjs';

const built = (path) => import(join(root, 'dist', path));
const NO_BOOK = {
  open: async () => ({ kind: 'open', close: async () => {} }),
  noteCacheHit: () => {},
};

export async function open(world, { tenant = 'plain', hasBook = true, hasSharedCache = true }) {
  const app = await startService(world.environment);
  const { runAsTenant, systemContext } = await built('libs/tenancy/src/index.js');
  const gateway = await gatewayOf(app, { hasBook, hasSharedCache });
  const context = systemContext(world.tenants[tenant]);
  const ask = (content) =>
    runAsTenant(context, () =>
      gateway.ask({
        purpose: 'extract',
        instructions: INSTRUCTIONS,
        content: [{ name: 'document', text: content }],
        schema,
        schemaName: 'fields',
        schemaVersion: 1,
        maxTokens: 400,
        documentId: null,
        deadlineMs: 60_000,
      }),
    );
  return {
    async call(id) {
      const answer = await ask(invoice(id));
      if (answer.kind !== 'answer' || answer.origin.cacheHit) throw new Error(answer.reason ?? 'cached');
    },
    duplicates: () => duplicates(ask),
    async close() {
      await sleep(100);
      await app.close();
    },
  };
}

/** The service in the role that answers requests, without its port. */
async function startService(environment) {
  // Rooms read their configuration from the environment as they are put together.
  Object.assign(process.env, environment, { PROCESS_ROLE: 'api', LOG_LEVEL: 'warn' });
  const { AppModule } = await built('apps/api/src/app.module.js');
  return NestFactory.createApplicationContext(AppModule.forRole('api'), { logger: ['error'], abortOnError: false });
}

async function gatewayOf(app, { hasBook, hasSharedCache }) {
  const llm = await built('libs/llm/src/index.js');
  if (hasBook) return app.get(llm.ModelGateway);
  const { MemoryTier, TieredCache } = await built('libs/cache/src/index.js');
  return new llm.ModelGateway({
    catalogue: app.get(llm.MODEL_CATALOGUE),
    doors: app.get(llm.ProviderDoors),
    exit: app.get(llm.PrivacyExit),
    settings: app.get(llm.TenantModelSettings),
    cache: hasSharedCache ? app.get(TieredCache) : new TieredCache([new MemoryTier(5_000)]),
    book: NO_BOOK,
    cacheSeconds: 600,
    random: Math.random,
  });
}

const CHARACTERS = 60_000;
const FIRSTS = 9;
const REPEATS = 200;
const TWINS = 1_000;

/** A document of forty pages: asked once, asked again, and asked by many at once. */
async function duplicates(ask) {
  const text = (id) => `${id}\n${invoice(id)}\n`.repeat(Math.ceil(CHARACTERS / invoice(id).length));
  const timed = async (work) => {
    const started = performance.now();
    const answer = await work();
    return { ms: performance.now() - started, attempts: answer.origin.attempts, cacheHit: answer.origin.cacheHit };
  };
  const firsts = [];
  const again = [];
  for (let id = 0; id < FIRSTS; id++) {
    firsts.push(await timed(() => ask(text(id))));
    for (let repeat = 0; repeat < REPEATS; repeat++) again.push(await timed(() => ask(text(id))));
  }
  const twins = await Promise.all(Array.from({ length: TWINS }, () => timed(() => ask(text('twins')))));
  return {
    characters: text(0).length,
    firsts,
    again,
    twins: { count: TWINS, hits: twins.filter(({ cacheHit }) => cacheHit).length },
  };
}
