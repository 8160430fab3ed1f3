import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { PROCESS_ROLES } from './process-role.js';

export const appConfig = defineConfig('app', {
  role: setting(
    'PROCESS_ROLE',
    value.choice(PROCESS_ROLES, 'all'),
    'What this process does: all, api, worker or migrate',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    value.choice(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
    'Least severe log line that is written',
  ),
  tracing: setting(
    'OTEL_ENABLED',
    value.flag(false),
    'Sends OpenTelemetry traces, without content; the usual OTEL_EXPORTER_OTLP_* variables say where to',
  ),
  startedAt: setting(
    'DOSSIER_STARTED_AT',
    value.integer(0),
    'When the start was begun, milliseconds since 1970; only for the line that says how long it took',
  ),
});
export type AppConfig = ConfigOf<typeof appConfig>;
