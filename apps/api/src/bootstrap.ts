import { loadConfig } from '@app/config';
import { createFastify, httpConfig } from '@app/http';
import { Log } from '@app/observability';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { announceFirstTenant } from './announce.js';
import { AppModule } from './app.module.js';
import { appConfig } from './app.config.js';
import { TenantFounding } from './auth/index.js';
import { CONFIG_DEFINITIONS } from './config-definitions.js';
import { serveOpenApi } from './openapi.js';
import { requireProductionSecrets } from './production-check.js';
import type { ProcessRole } from './process-role.js';

/** The service in a role, ready to listen. */
export async function createApp(role: ProcessRole): Promise<NestFastifyApplication> {
  requireProductionSecrets(CONFIG_DEFINITIONS);
  const { logLevel } = loadConfig(appConfig);
  const log = new Log({ level: logLevel, pretty: false });
  const adapter = createFastify(loadConfig(httpConfig), log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRole(role), adapter, {
    logger: log,
    abortOnError: false,
  });
  // The policy lets the API's own documentation run its scripts and styles, and nothing from elsewhere.
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'", "'unsafe-inline'"],
      },
    },
  });
  serveOpenApi(app);
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}

/** Starts the service: an empty database gets its first tenant, then requests are let in. */
export async function startApp(role: ProcessRole): Promise<{ app: NestFastifyApplication; url: string }> {
  const app = await createApp(role);
  const { port, host, publicUrl } = loadConfig(httpConfig);
  if (role !== 'worker') {
    const first = await app.get(TenantFounding, { strict: false }).ensureFirstTenant();
    if (first) announceFirstTenant(first);
  }
  await app.listen(port, host);
  const url = publicUrl ?? (await app.getUrl()).replace(/0\.0\.0\.0|\[::1?\]/, '127.0.0.1');
  return { app, url };
}
