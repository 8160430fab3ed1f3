import { randomBytes } from 'node:crypto';
import { newTenant, type TestTenant } from './app.js';
import { ApiClient } from './api-client.js';
import { ownServices } from './database.js';
import { type ServiceProcess, startService } from './service-process.js';

const PLATFORM = { email: 'platform@example.test', password: 'correct horse battery staple' };

/** Processes of the built service on a database of their own. */
export interface Deployment {
  readonly environment: Record<string, string>;
  readonly processes: ServiceProcess[];
  /** The first process that answers the API. */
  readonly api: ServiceProcess;
  readonly platform: ApiClient;
  start(role: 'all' | 'api' | 'worker', environment?: Record<string, string>): Promise<ServiceProcess>;
  newTenant(): Promise<TestTenant>;
  stop(): Promise<void>;
}

/** Starts the built service in these roles, the first of which has to answer the API. */
export async function deploy(
  roles: readonly ['all' | 'api', ...('all' | 'api' | 'worker')[]],
  overrides: Record<string, string> = {},
): Promise<Deployment> {
  const environment: Record<string, string> = {
    ...(await ownServices()),
    INIT_ADMIN_EMAIL: PLATFORM.email,
    INIT_ADMIN_PASSWORD: PLATFORM.password,
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
    RATE_LIMIT_PUBLIC_PER_MINUTE: '100000',
    RATE_LIMIT_REFUSED_PER_MINUTE: '100000',
    READING_PROCESSES: '1',
    METRICS_TOKEN: randomBytes(8).toString('hex'),
    ...overrides,
  };
  const processes: ServiceProcess[] = [];
  const start = async (role: string, more: Record<string, string> = {}): Promise<ServiceProcess> => {
    const process = await startService({ ...environment, ...more, PROCESS_ROLE: role });
    processes.push(process);
    return process;
  };
  const [first, ...rest] = roles;
  const api = await start(first);
  await Promise.all(rest.map((role) => start(role)));
  const platform = await ApiClient.signIn(api.url, PLATFORM);
  return {
    environment,
    processes,
    api,
    platform,
    start,
    newTenant: () => newTenant(platform),
    stop: async () => void (await Promise.all(processes.map((process) => process.stop()))),
  };
}
