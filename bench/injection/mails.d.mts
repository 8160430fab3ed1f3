import type { Mail } from './run.mjs';

export function ownMails(): Mail[];
