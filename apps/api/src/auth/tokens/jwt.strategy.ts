import { Inject, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { type AuthConfig, authConfig } from '../auth.config.js';
import { invalidToken, tokenExpired } from '../auth.errors.js';
import { type AccessClaims, ACCESS_TOKEN_ALGORITHM, keyIdOf, parseClaims } from '../domain/claims.js';
import { bearerToken } from '../domain/secret-tokens.js';
import { KeyStore } from './key-store.js';

interface RequestWithHeaders {
  readonly headers: { readonly authorization?: string };
}

/**
 * Verifies access tokens. The key is found by `kid` among our own and nowhere else; algorithm, type and the members of
 * the header are checked before it is, so that no token can choose how it is verified.
 */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(keys: KeyStore, @Inject(authConfig.token) config: AuthConfig) {
    super({
      jwtFromRequest: (request: RequestWithHeaders) => bearerToken(request.headers.authorization),
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: config.issuer,
      audience: config.audience,
      secretOrKeyProvider: async (
        _: RequestWithHeaders,
        token: string,
        done: (error: Error | null, key?: string) => void,
      ): Promise<void> => {
        const kid = keyIdOf(token);
        const key = kid === null ? null : await keys.find(kid);
        if (key) done(null, key.publicPem);
        else done(invalidToken());
      },
    });
  }

  validate(payload: unknown): AccessClaims {
    const claims = parseClaims(payload);
    if (!claims) throw invalidToken();
    return claims;
  }
}

/** Runs the strategy for a request and answers its claims, or throws `token_expired` or `invalid_token`. */
@Injectable()
export class JwtGuard extends AuthGuard('jwt') {
  override handleRequest<T>(error: unknown, claims: T | false, info: unknown): T {
    if (claims && !error) return claims;
    if ((info as Error | undefined)?.name === 'TokenExpiredError') throw tokenExpired();
    throw invalidToken(error ?? info);
  }
}
