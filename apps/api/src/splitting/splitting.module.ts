import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { TenantsModule } from '../tenants/index.js';
import { SplittingController } from './http/splitting.controller.js';
import { SplittingService } from './splitting.service.js';

@Module({
  imports: [TenantsModule, DocumentsModule],
  controllers: [SplittingController],
  providers: [SplittingService],
  exports: [SplittingService],
})
export class SplittingModule {}
