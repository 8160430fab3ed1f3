/** Columns that let somebody in, or that are made of what stands beside them. */
const SECRETS = /(^|_)(hash|secret|password|fingerprint|mac|signature)(_|$)/;

/** What the service keeps to find things by, and what only it can read. */
const OWN = new Set(['tenant_id', 'terms', 'term_keys', 'added_in', 'traceparent', 'options_hash']);

/** Whether a column is handed out in an export: all are that say something, and none that opens something. */
export const isExported = (column: string): boolean => !OWN.has(column) && !SECRETS.test(column);
