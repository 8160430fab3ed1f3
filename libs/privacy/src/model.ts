// What threads may load: no framework.
export { detectPii } from './detect-pii.js';
export { redactText } from './redact.js';
