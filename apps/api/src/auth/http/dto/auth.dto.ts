import { publicId } from '@app/kernel';
import { type Role, ROLES } from '@app/tenancy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { MAX_PASSWORD_LENGTH, PRINTABLE } from '../../domain/input-rules.js';
import type { TokenPair } from '../../sign-in.service.js';
import type { Identity } from '../../users.service.js';

export class LoginDto {
  // No stricter than this: an address that cannot exist is answered like one that does not.
  @ApiProperty({ example: 'ada@example.com', minLength: 1, maxLength: 320 })
  @IsString()
  @Length(1, 320)
  @Matches(PRINTABLE)
  email!: string;

  @ApiProperty({ minLength: 1, maxLength: MAX_PASSWORD_LENGTH, format: 'password' })
  @IsString()
  @Length(1, MAX_PASSWORD_LENGTH)
  password!: string;

  @ApiPropertyOptional({
    description: 'Slug of the tenant; needed only where the same address and password exist in several',
    minLength: 1,
    maxLength: 63,
  })
  @IsOptional()
  @IsString()
  @Length(1, 63)
  @Matches(PRINTABLE)
  tenant?: string;
}

export class RefreshDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  refreshToken!: string;
}

export class LogoutDto {
  @ApiProperty({ description: 'Ends this token and all that came out of the same sign-in', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  refreshToken!: string;
}

export class TokenPairDto {
  @ApiProperty({ description: 'A JWT; send it as `Authorization: Bearer …`' }) accessToken!: string;
  @ApiProperty({ description: 'For one call of /v1/auth/refresh' }) refreshToken!: string;
  @ApiProperty({ enum: ['Bearer'] }) tokenType!: 'Bearer';
  @ApiProperty({ type: 'integer', description: 'Seconds that the access token lives' }) expiresIn!: number;
}

class MyTenantDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() slug!: string;
}

export class MeDto {
  @ApiProperty({ type: String, nullable: true, description: 'The person; of an API key, who made it' })
  id!: string | null;

  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ enum: ['user', 'api-key'] }) actor!: string;

  @ApiProperty({ type: [String], nullable: true, description: 'Scopes of an API key; null for a person' })
  scopes!: string[] | null;

  @ApiProperty() platformAdmin!: boolean;
  @ApiProperty({ type: MyTenantDto }) tenant!: MyTenantDto;
}

class PublicJwkDto {
  @ApiProperty({ enum: ['EC'] }) kty!: string;
  @ApiProperty({ enum: ['P-256'] }) crv!: string;
  @ApiProperty() x!: string;
  @ApiProperty() y!: string;
  @ApiProperty() kid!: string;
  @ApiProperty({ enum: ['ES256'] }) alg!: string;
  @ApiProperty({ enum: ['sig'] }) use!: string;
}

export class JwksDto {
  @ApiProperty({ type: [PublicJwkDto] }) keys!: PublicJwkDto[];
}

export const toTokenPairDto = (pair: TokenPair): TokenPairDto => ({ ...pair, tokenType: 'Bearer' });

export const toMeDto = ({ caller, user, tenant }: Identity): MeDto => ({
  id: caller.userId === null ? null : publicId('user', caller.userId),
  email: user?.email ?? null,
  role: caller.role,
  actor: caller.actor,
  scopes: caller.scopes === null ? null : [...caller.scopes],
  platformAdmin: caller.platformAdmin,
  tenant: { id: publicId('tenant', tenant.id), name: tenant.name, slug: tenant.slug },
});
