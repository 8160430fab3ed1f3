import { decodeCursor, PageQuery, pageOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Roles } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { UsersService } from '../users.service.js';
import { ChangeUserDto, CreateUserDto, toUserDto, UserDto, UserListDto } from './dto/users.dto.js';

@ApiTags('users')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOkResponse({ type: UserListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<UserListDto> {
    const rows = await this.users.list(decodeCursor(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id, toUserDto);
    return { items: [...items], nextCursor };
  }

  @Post()
  @ApiCreatedResponse({ type: UserDto })
  async create(@Body() body: CreateUserDto): Promise<UserDto> {
    return toUserDto(await this.users.create(body));
  }

  @Patch(':id')
  @ApiOkResponse({ type: UserDto })
  async change(@Param('id') id: string, @Body() body: ChangeUserDto): Promise<UserDto> {
    return toUserDto(await this.users.change(requirePublicId('user', id), body));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    await this.users.remove(requirePublicId('user', id));
  }
}
