import { LimitByAddress } from '@app/http';
import { AnyRegion, Public, Scope } from '@app/tenancy';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ANY_SCOPE } from '../domain/scopes.js';
import { SignInService } from '../sign-in.service.js';
import { KeyStore } from '../tokens/key-store.js';
import { UsersService } from '../users.service.js';
import {
  JwksDto,
  LoginDto,
  LogoutDto,
  MeDto,
  RefreshDto,
  toMeDto,
  TokenPairDto,
  toTokenPairDto,
} from './dto/auth.dto.js';

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly users: UsersService,
    private readonly keys: KeyStore,
  ) {}

  @Post('v1/auth/login')
  @Public()
  @LimitByAddress('sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: TokenPairDto })
  async login(@Body() body: LoginDto): Promise<TokenPairDto> {
    return toTokenPairDto(await this.signIn.signIn(body));
  }

  @Post('v1/auth/refresh')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: TokenPairDto })
  async refresh(@Body() { refreshToken }: RefreshDto): Promise<TokenPairDto> {
    return toTokenPairDto(await this.signIn.refresh(refreshToken));
  }

  @Post('v1/auth/logout')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async logout(@Body() { refreshToken }: LogoutDto): Promise<void> {
    await this.signIn.signOut(refreshToken);
  }

  @Get('v1/auth/me')
  @AnyRegion()
  @Scope(ANY_SCOPE)
  @ApiBearerAuth()
  @ApiOkResponse({ type: MeDto })
  async me(): Promise<MeDto> {
    return toMeDto(await this.users.identity());
  }

  @Get('.well-known/jwks.json')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: JwksDto })
  jwks(): JwksDto {
    return { keys: this.keys.published() };
  }
}
