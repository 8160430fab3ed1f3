export * from './privacy-model.js';
export { detectPii, type DetectPiiOptions } from './detect-pii.js';
export { redactText, restoreText, type Redaction, type RedactionMode } from './redact.js';
export { PersonalData } from './personal-data.service.js';
export { FieldCipher, type KeyRing } from './field-cipher.js';
export { maskForLog } from './mask-for-log.js';
export { belowFramework, type FrameworkSettings, unprotectedTypes } from './frameworks/below-framework.js';
export * from './frameworks/framework.js';
export { frameworkOf } from './frameworks/registry.js';
