import { randomUUID } from 'node:crypto';
import { publicId } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { type AuthConfig, authConfig } from '../auth.config.js';
import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_TYPE } from '../domain/claims.js';
import { KeyStore } from './key-store.js';

/** Signs access tokens. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: KeyStore,
    @Inject(authConfig.token) private readonly config: AuthConfig,
  ) {}

  /** Life of a token, seconds. */
  get lifeSeconds(): number {
    return this.config.accessTokenSeconds;
  }

  sign(user: { readonly tenantId: string; readonly id: string; readonly role: string }): Promise<string> {
    const { kid, privateKey } = this.keys.current();
    const { issuer, audience, accessTokenSeconds } = this.config;
    return this.jwt.signAsync(
      { tid: publicId('tenant', user.tenantId), role: user.role },
      {
        algorithm: ACCESS_TOKEN_ALGORITHM,
        header: { alg: ACCESS_TOKEN_ALGORITHM, typ: ACCESS_TOKEN_TYPE, kid },
        privateKey,
        issuer,
        audience,
        subject: publicId('user', user.id),
        jwtid: randomUUID(),
        expiresIn: accessTokenSeconds,
      },
    );
  }
}
