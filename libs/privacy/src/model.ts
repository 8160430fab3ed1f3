// What threads may load: no framework.
export { detectPii } from './detect-pii.js';
export { redactText } from './redact.js';
export { belowFramework } from './frameworks/below-framework.js';
export { COMPLIANCE_FRAMEWORKS } from './frameworks/framework.js';
export { frameworkOf } from './frameworks/registry.js';
