import { AsyncLocalStorage } from 'node:async_hooks';

/** Fields that every log line of the running work carries: request id, tenant id, job id. Ids only, never content. */
export type LogFields = Readonly<Record<string, string | number>>;

const storage = new AsyncLocalStorage<LogFields>();

export const withLogContext = <T>(fields: LogFields, work: () => T): T =>
  storage.run({ ...storage.getStore(), ...fields }, work);

export const logContext = (): LogFields => storage.getStore() ?? {};
