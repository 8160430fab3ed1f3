import { Scope } from '@app/tenancy';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SearchService } from '../search.service.js';
import { SearchAnswerDto } from './dto/query-answer.dto.js';
import { SearchDto, searchFilterOf } from './dto/search.dto.js';
import { hitView } from './query-view.js';

@ApiTags('search')
@ApiBearerAuth()
@Controller('v1/search')
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Post()
  @HttpCode(200)
  @Scope('documents:read')
  @ApiOkResponse({ type: SearchAnswerDto })
  async search(@Body() body: SearchDto) {
    const hits = await this.searching.search(body.query, body.topK, searchFilterOf(body.filter));
    return { hits: hits.map(hitView) };
  }
}
