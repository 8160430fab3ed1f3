import { AppError } from '@app/kernel';

export const builtInStays = (): AppError =>
  new AppError('built_in_category', 'conflict', { detail: 'What is built in cannot be changed or deleted.' });

export const otherIndustry = (): AppError =>
  new AppError('category_elsewhere', 'conflict', { detail: 'A category with this id is in another industry.' });

export const industryInUse = (): AppError =>
  new AppError('industry_in_use', 'conflict', { detail: 'The industry still has categories.' });

export const tooMany = (what: string, most: number): AppError =>
  new AppError('too_many_categories', 'conflict', { detail: `There can be ${most} own ${what}.` });

export const noIdInName = (): AppError =>
  new AppError('invalid_input', 'invalid', {
    detail: 'The request is not valid.',
    errors: [{ pointer: '/id', detail: 'is needed: nothing of the name can be in an id' }],
  });
