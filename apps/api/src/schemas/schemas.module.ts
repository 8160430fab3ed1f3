import { Module } from '@nestjs/common';
import { SchemasRepository } from './data/schemas.repository.js';
import { SchemasController } from './http/schemas.controller.js';
import { SchemasService } from './schemas.service.js';

@Module({
  controllers: [SchemasController],
  providers: [SchemasRepository, SchemasService],
  exports: [SchemasService],
})
export class SchemasModule {}
