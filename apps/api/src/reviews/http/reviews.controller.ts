import { decodeCursor, PageQuery, pageOf } from '@app/http';
import { parsePublicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReviewQueue } from '../review-queue.service.js';
import { ReviewsService } from '../reviews.service.js';
import { ReviewItemListDto, ReviewListDto, ReviewOutcomeDto } from './dto/review-answer.dto.js';
import { ReviewInputDto, ReviewsQuery } from './dto/review.dto.js';
import { itemView, outcomeView, placeOfCursor, placeOfItem, reviewView } from './review-view.js';

/** What people say of results, and which documents wait for it. */
@ApiTags('reviews')
@ApiBearerAuth()
@Controller('v1')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queue: ReviewQueue,
  ) {}

  @Get('reviews')
  @Scope('documents:read')
  @ApiOkResponse({ type: ReviewItemListDto, description: 'What most needs eyes first' })
  async waiting(@Query() { limit, cursor, maxConfidence }: ReviewsQuery): Promise<ReviewItemListDto> {
    const rows = await this.queue.list(maxConfidence ?? null, limit + 1, placeOfCursor(cursor));
    return pageOf(rows, limit, placeOfItem, itemView);
  }

  @Post('documents/:id/review')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiCreatedResponse({ type: ReviewOutcomeDto, description: 'Kept; the document has a new result' })
  async review(@Param('id') id: string, @Body() { runId, ...body }: ReviewInputDto): Promise<ReviewOutcomeDto> {
    const seen = runId === undefined ? undefined : parsePublicId('run', runId);
    return outcomeView(await this.reviews.review(requirePublicId('document', id), { ...body, runId: seen }));
  }

  @Get('documents/:id/reviews')
  @Scope('documents:read')
  @ApiOkResponse({ type: ReviewListDto, description: 'Newest first' })
  async history(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<ReviewListDto> {
    const rows = await this.reviews.list(requirePublicId('document', id), limit + 1, decodeCursor(cursor));
    return pageOf(rows, limit, (row) => row.id, reviewView);
  }

  @Delete('documents/:id/reviews/:reviewId')
  @HttpCode(204)
  @Roles('analyst')
  @Scope('documents:write')
  @ApiNoContentResponse({ description: 'Taken back, with all that it taught' })
  async withdraw(@Param('id') id: string, @Param('reviewId') reviewId: string): Promise<void> {
    await this.reviews.withdraw(requirePublicId('document', id), requirePublicId('review', reviewId));
  }
}
