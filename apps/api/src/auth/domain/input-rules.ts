/** Longest address that SMTP can carry between its brackets (RFC 5321 4.5.3.1.3, erratum 1690). */
export const MAX_EMAIL_LENGTH = 254;

/** ASCII only: names of hosts without a dot, `localhost` for one, are good enough for a sign-in name. */
export const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

export const isEmail = (text: string): boolean => text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);

/** One spelling for one address, as it is kept and looked up. */
export const normalizedEmail = (email: string): string => email.trim().toLowerCase();

/** Shortest password that is accepted, characters (NIST SP 800-63B, 5.1.1.1). */
export const MIN_PASSWORD_LENGTH = 8;

/** Longest one, so that hashing cannot be made expensive by what is sent. */
export const MAX_PASSWORD_LENGTH = 256;

/** Names: no control characters, no halves of surrogate pairs, which Postgres cannot store. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
