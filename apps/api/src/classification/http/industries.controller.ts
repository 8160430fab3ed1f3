import { requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type CategoryExample, TaxonomyService } from '../own-types/taxonomy.service.js';
import {
  CategoryDto,
  type CategoryExampleDto,
  CategoryListDto,
  IndustryDto,
  IndustryListDto,
  NewCategoryDto,
  NewIndustryDto,
} from './dto/industry.dto.js';

const exampleOf = ({ text, documentId }: CategoryExampleDto): CategoryExample =>
  documentId === undefined ? { text: text ?? '' } : { documentId: requirePublicId('document', documentId) };

/** The taxonomy: built in, and the tenant's own. It is short: one page holds it. */
@ApiTags('classification')
@ApiBearerAuth()
@Controller('v1/industries')
export class IndustriesController {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: IndustryListDto })
  async industries(): Promise<IndustryListDto> {
    return { items: await this.taxonomy.industries(), nextCursor: null };
  }

  @Get(':industry/categories')
  @Scope('documents:read')
  @ApiOkResponse({ type: CategoryListDto })
  async categories(@Param('industry') industry: string): Promise<CategoryListDto> {
    return { items: await this.taxonomy.categories(industry), nextCursor: null };
  }

  @Post()
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiCreatedResponse({ type: IndustryDto, description: 'Made, or changed where it was the own one with this id' })
  makeIndustry(@Body() body: NewIndustryDto): Promise<IndustryDto> {
    return this.taxonomy.putIndustry(body);
  }

  @Post(':industry/categories')
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiCreatedResponse({ type: CategoryDto, description: 'Made, or changed where it was the own one with this id' })
  makeCategory(
    @Param('industry') industry: string,
    @Body() { id, name, description, examples }: NewCategoryDto,
  ): Promise<CategoryDto> {
    return this.taxonomy.putCategory(industry, { id, name, description, examples: examples.map(exampleOf) });
  }

  @Delete(':industry')
  @HttpCode(204)
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiNoContentResponse({ description: 'Gone; one that still has categories stays' })
  removeIndustry(@Param('industry') industry: string): Promise<void> {
    return this.taxonomy.removeIndustry(industry);
  }

  @Delete(':industry/categories/:category')
  @HttpCode(204)
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiNoContentResponse({ description: 'Gone with its examples; documents keep the type they have' })
  removeCategory(@Param('industry') industry: string, @Param('category') category: string): Promise<void> {
    return this.taxonomy.removeCategory(industry, category);
  }
}
