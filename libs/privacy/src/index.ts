export * from './privacy-model.js';
export { detectPii, type DetectPiiOptions } from './detect-pii.js';
export { redactText, restoreText, type Redaction, type RedactionMode } from './redact.js';
