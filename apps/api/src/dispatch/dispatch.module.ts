import { Module } from '@nestjs/common';
import { DispatchRepository } from './data/dispatch.repository.js';
import { Dispatch } from './dispatch.service.js';
import { DispatchController } from './http/dispatch.controller.js';

@Module({ controllers: [DispatchController], providers: [Dispatch, DispatchRepository], exports: [Dispatch] })
export class DispatchModule {}
