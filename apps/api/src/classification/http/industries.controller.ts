import { notFound } from '@app/kernel';
import { Scope } from '@app/tenancy';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listCategories, listIndustries } from '../domain/taxonomy/taxonomy.js';
import { CategoryListDto, IndustryListDto } from './dto/industry.dto.js';

/** The built-in taxonomy. It is short: one page holds it. */
@ApiTags('classification')
@ApiBearerAuth()
@Controller('v1/industries')
export class IndustriesController {
  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: IndustryListDto })
  industries(): IndustryListDto {
    return { items: listIndustries(), nextCursor: null };
  }

  @Get(':industry/categories')
  @Scope('documents:read')
  @ApiOkResponse({ type: CategoryListDto })
  categories(@Param('industry') industry: string): CategoryListDto {
    const items = listCategories(industry);
    if (items === null) throw notFound();
    return { items, nextCursor: null };
  }
}
