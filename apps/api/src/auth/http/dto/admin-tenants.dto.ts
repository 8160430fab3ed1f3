import { MayBeAbsent } from '@app/http';
import { publicId } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { NewTenantDto, TenantDto, toTenantDto } from '../../../tenants/index.js';
import { EMAIL, MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../domain/input-rules.js';
import type { FoundedTenant } from '../../tenant-founding.service.js';
import type { Plain } from '../plain.js';

class FirstAdminDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH })
  @IsString()
  @MaxLength(MAX_EMAIL_LENGTH)
  @Matches(EMAIL, { message: 'email must be an e-mail address' })
  email!: string;

  @ApiPropertyOptional({
    minLength: MIN_PASSWORD_LENGTH,
    maxLength: MAX_PASSWORD_LENGTH,
    format: 'password',
    description: 'Made up and answered once where absent',
  })
  @MayBeAbsent()
  @IsString()
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  password?: string;
}

export class CreateTenantDto extends NewTenantDto {
  @ApiProperty({ type: FirstAdminDto })
  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdminDto)
  admin!: FirstAdminDto;
}

class CreatedAdminDto {
  @ApiProperty() id!: string;
  @ApiProperty() email!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The password that was made up, shown this once; null where one was given',
  })
  password!: string | null;
}

export class CreatedTenantDto extends TenantDto {
  @ApiProperty({ type: CreatedAdminDto }) admin!: CreatedAdminDto;
}

export const toCreatedTenantDto = ({ tenant, admin }: FoundedTenant): Plain<CreatedTenantDto> => ({
  ...toTenantDto(tenant),
  admin: { id: publicId('user', admin.id), email: admin.email, password: admin.generatedPassword },
});
