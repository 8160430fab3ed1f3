import { ApiProperty } from '@nestjs/swagger';

export class IndustryDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
}

export class IndustryListDto {
  @ApiProperty({ type: [IndustryDto] })
  items!: readonly IndustryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CategoryDto {
  @ApiProperty({ description: 'What `type` of a classification says' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  description!: string;
}

export class CategoryListDto {
  @ApiProperty({ type: [CategoryDto] })
  items!: readonly CategoryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
