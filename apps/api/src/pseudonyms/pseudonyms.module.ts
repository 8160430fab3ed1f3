import { PersonalData } from '@app/privacy';
import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { PseudonymsRepository } from './data/pseudonyms.repository.js';
import { PseudonymsController } from './http/pseudonyms.controller.js';
import { Pseudonyms } from './pseudonyms.service.js';

@Module({
  imports: [TenantsModule],
  controllers: [PseudonymsController],
  providers: [PersonalData, PseudonymsRepository, Pseudonyms],
  exports: [Pseudonyms],
})
export class PseudonymsModule {}
