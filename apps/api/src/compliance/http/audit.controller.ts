import { decodeCursor, pageOf, tableOr } from '@app/http';
import { Roles, Scope } from '@app/tenancy';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type AuditFilter, AuditService } from '../audit.service.js';
import { AUDIT_COLUMNS, entryLine, entryView, verificationView } from './audit-view.js';
import { AuditListDto, AuditQuery, AuditVerificationDto } from './dto/audit.dto.js';

const timeOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

const filterOf = ({ from, to, action, actor, resourceId }: AuditQuery): AuditFilter => ({
  from: timeOf(from),
  to: timeOf(to),
  action: action ?? null,
  actor: actor ?? null,
  resourceId: resourceId ?? null,
});

@ApiTags('compliance')
@ApiBearerAuth()
@Roles('admin')
@Scope('compliance:read')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiProduces('application/json', 'text/csv')
  @ApiOperation({ summary: 'Who changed what and who read what may hold personal data, the newest first' })
  @ApiOkResponse({ type: AuditListDto })
  async list(@Query() query: AuditQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const { limit, cursor } = query;
    const rows = await this.audit.list(filterOf(query), decodeCursor(cursor), limit + 1);
    const page = pageOf(rows, limit, ({ entry }) => entry.id, entryView);
    // A table has no place for the cursor.
    if (page.nextCursor !== null) void reply.header('x-next-cursor', page.nextCursor);
    return tableOr(reply, 'audit', AUDIT_COLUMNS, rows.slice(0, limit).map(entryLine), () => page);
  }

  @Get('verification')
  @ApiOperation({ summary: 'Whether the trail is as it was written: each entry, link and signature is looked at' })
  @ApiOkResponse({ type: AuditVerificationDto })
  async verification(): Promise<AuditVerificationDto> {
    return verificationView(await this.audit.verify());
  }
}
