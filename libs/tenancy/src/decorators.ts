import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role, TenantContext } from './tenant-context.js';

export const PUBLIC_ROUTE = 'dossier:public';
export const REQUIRED_ROLE = 'dossier:role';
export const PLATFORM_ONLY = 'dossier:platform';
export const REQUIRED_SCOPE = 'dossier:scope';
export const ANY_REGION = 'dossier:any-region';

/** A route that needs no token. Every other route does. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);

/** The weakest role that may call the route; stronger roles may too. Without it, any signed-in person may. */
export const Roles = (role: Role) => SetMetadata(REQUIRED_ROLE, role);

/** Only for platform administrators; for all others the route does not exist. */
export const PlatformOnly = () => SetMetadata(PLATFORM_ONLY, true);

/** A route without content, which tells tenants of other regions where to go; on every other route they are refused. */
export const AnyRegion = () => SetMetadata(ANY_REGION, true);

/** The scope that an API key must hold for the route, `documents:write` for one. People need none. */
export const Scope = (scope: string) => SetMetadata(REQUIRED_SCOPE, scope);

/** Where the guard leaves the verified context on the request. */
export interface RequestWithTenant {
  tenant?: TenantContext;
  /** Whose token it is, also where the route refuses them. Nothing may be done in this name. */
  caller?: TenantContext;
}

/** The verified context of the request, as a parameter of a controller method. */
export const CurrentTenant = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<RequestWithTenant>().tenant,
);
