import { AppError } from '@app/kernel';

export const invalidPeriod = (detail: string): AppError => new AppError('invalid_period', 'invalid', { detail });

export const tooManyGroups = (most: number): AppError =>
  new AppError('too_many_groups', 'unprocessable', {
    detail: `There are more than ${most} groups: ask for a shorter period or another grouping.`,
  });
