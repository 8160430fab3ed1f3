export { type MailTraces, type TracedMail, tracesOf } from './domain/mail-traces.js';
