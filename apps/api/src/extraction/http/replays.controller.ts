import { requestTraceparent, waitSecondsOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReplaysService, replayView } from '../replays.service.js';
import { ReplayDto } from './dto/replay.dto.js';

@ApiTags('runs')
@ApiBearerAuth()
@Controller('v1/runs')
export class ReplaysController {
  constructor(private readonly replays: ReplaysService) {}

  @Post(':id/replay')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: ReplayDto, description: 'Accepted; a run will come of it' })
  @ApiOkResponse({ type: ReplayDto, description: 'With ?wait: the run is there' })
  async replay(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplayDto> {
    const seconds = waitSecondsOf(request, 0);
    const replay = await this.replays.request(requirePublicId('run', id), requestTraceparent(request));
    const done = seconds > 0 && (await this.replays.waitFor(replay, seconds));
    const view = replayView(replay, done);
    void reply.status(done ? 200 : 202).header('location', `/v1/runs/${view.runId}`);
    if (!done) void reply.header('retry-after', '1');
    return view;
  }
}
