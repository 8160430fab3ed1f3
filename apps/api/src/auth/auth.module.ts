import { RateLimitGuard, RateLimitModule } from '@app/http';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TenantsModule } from '../tenants/index.js';
import { ApiKeysService } from './api-keys.service.js';
import { Authenticator } from './authenticator.js';
import { ApiKeysRepository } from './data/api-keys.repository.js';
import { RefreshTokensRepository } from './data/refresh-tokens.repository.js';
import { UsersRepository } from './data/users.repository.js';
import { ApiKeysController } from './http/api-keys.controller.js';
import { AuthController } from './http/auth.controller.js';
import { SecretAnswers } from './http/secret-answers.js';
import { TenantFoundingController } from './http/tenant-founding.controller.js';
import { TokenGuard } from './http/token.guard.js';
import { UsersController } from './http/users.controller.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInService } from './sign-in.service.js';
import { TenantFounding } from './tenant-founding.service.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { JwtGuard, JwtStrategy } from './tokens/jwt.strategy.js';
import { KeyStore } from './tokens/key-store.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TenantsModule, RateLimitModule, PassportModule, JwtModule.register({})],
  controllers: [AuthController, UsersController, ApiKeysController, TenantFoundingController],
  providers: [
    UsersRepository,
    RefreshTokensRepository,
    ApiKeysRepository,
    PasswordHasher,
    KeyStore,
    AccessTokens,
    JwtStrategy,
    JwtGuard,
    Authenticator,
    SignInService,
    UsersService,
    ApiKeysService,
    SecretAnswers,
    TenantFounding,
    // In this order: a request is charged to the tenant that its token belongs to.
    { provide: APP_GUARD, useClass: TokenGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
  exports: [TenantFounding, UsersService],
})
export class AuthModule {}
