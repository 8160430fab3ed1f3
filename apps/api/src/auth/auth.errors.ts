import { AppError } from '@app/kernel';

export const missingToken = (): AppError =>
  new AppError('missing_token', 'unauthenticated', { detail: 'Send an access token or an API key as Bearer token.' });

/** Says nothing about what was wrong with a token: forged, revoked, unknown and disabled look alike. */
export const invalidToken = (cause?: unknown): AppError =>
  new AppError('invalid_token', 'unauthenticated', { cause, detail: 'The token is not valid.' });

export const tokenExpired = (): AppError =>
  new AppError('token_expired', 'unauthenticated', { detail: 'The token has expired.' });

/** One answer for an unknown address, a wrong password, a disabled user and a locked account. */
export const invalidCredentials = (): AppError =>
  new AppError('invalid_credentials', 'unauthenticated', {
    detail: 'E-mail address or password are wrong, or the account is locked for a while after too many attempts.',
  });

export const invalidRefreshToken = (): AppError =>
  new AppError('invalid_refresh_token', 'unauthenticated', {
    detail: 'The refresh token is not valid any more; sign in again.',
  });

export const insufficientRole = (role: string): AppError =>
  new AppError('insufficient_role', 'forbidden', { detail: `This needs the role ${role}.` });

export const insufficientScope = (scope: string): AppError =>
  new AppError('insufficient_scope', 'forbidden', { detail: `This API key does not have the scope ${scope}.` });

export const lastAdmin = (): AppError =>
  new AppError('last_admin', 'conflict', { detail: 'A tenant keeps at least one active administrator.' });

export const emailTaken = (cause: unknown): AppError =>
  new AppError('email_taken', 'conflict', { cause, detail: 'A user of this tenant has this e-mail address.' });

export const platformAdminProtected = (): AppError =>
  new AppError('platform_admin_protected', 'forbidden', {
    detail: 'Only a platform administrator can change a platform administrator.',
  });
