export { triageMail as compute } from './triage-mail.js';
