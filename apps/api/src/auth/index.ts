export { authConfig } from './auth.config.js';
export { AuthModule } from './auth.module.js';
export { ANY_SCOPE, SCOPES } from './domain/scopes.js';
export { type SignInEvent, SignInWatch } from './sign-in-watch.js';
export { type FirstTenant, TenantFounding } from './tenant-founding.service.js';
export { rotateSigningKeys } from './tokens/signing-keys.js';
export { type User, UsersService } from './users.service.js';
