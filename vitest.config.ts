import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { tsconfigPaths: true },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
} as const;

/** These look at what a process has only one of: its metrics and its log. */
const OWN_PROCESS = [
  'test/integration/lifecycle/erasure.int-spec.ts',
  'test/integration/models/room-keys.int-spec.ts',
  'test/integration/models/room-metrics.int-spec.ts',
  'test/integration/privacy-of-logs/canaries.int-spec.ts',
];

const integration = {
  setupFiles: ['test/support/reflect.ts', 'test/support/one-connection.ts'],
  globalSetup: ['test/support/services.setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{apps,libs,scripts,test}/**/*.spec.ts'],
          setupFiles: ['test/support/reflect.ts'],
          // They are pure: modules are loaded once a worker, not once a file, which is most of their time.
          isolate: false,
          // Nothing waits in them: by default one core would be left idle.
          maxWorkers: '100%',
        },
      },
      {
        ...shared,
        test: {
          ...integration,
          name: 'integration',
          // The service is loaded once a worker, not once a file, which is half of their time.
          isolate: false,
          include: ['test/integration/**/*.int-spec.ts'],
          exclude: OWN_PROCESS,
        },
      },
      {
        ...shared,
        test: { ...integration, name: 'integration-alone', include: OWN_PROCESS },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e-spec.ts'],
          setupFiles: ['test/support/reflect.ts'],
          globalSetup: ['test/support/services.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
