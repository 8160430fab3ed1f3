import { AppError } from './app-error.js';

/** Name of a region, as the platform has them. */
export const REGION = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** The region of tenants for whom none was ever stated. */
export const NO_REGION = 'default';

/** What an instance answers a tenant whose data are kept in another region, whose name it tells. */
export const wrongRegion = (tenant: string, instance: string): AppError =>
  new AppError('wrong_region', 'forbidden', {
    detail: `The data of this tenant are kept in the region ${tenant}; this instance serves ${instance}. Use an instance of ${tenant}.`,
  });
