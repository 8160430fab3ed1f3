import type { ProcessRole } from './process-role.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export interface FirstTenantNotice {
  readonly tenantName: string;
  readonly adminEmail: string;
  readonly generatedPassword: string | null;
}

/** Said once, when an empty database has got its first tenant: the password is kept nowhere. */
export function announceFirstTenant({ tenantName, adminEmail, generatedPassword }: FirstTenantNotice): void {
  say('');
  say(`  First tenant "${tenantName}" made. Its administrator, who is the platform's administrator too:`);
  say(`    e-mail    ${adminEmail}`);
  say(`    password  ${generatedPassword ?? '(the one in INIT_ADMIN_PASSWORD)'}`);
  if (generatedPassword !== null) say('  The password is shown only now. Keep it.');
}

export function announceReady({ role, url, startedAt }: { role: ProcessRole; url: string; startedAt: number }): void {
  const seconds = startedAt > 0 ? ` after ${((Date.now() - startedAt) / 1000).toFixed(1)} s` : '';
  say('');
  say(`  Dossier is ready${seconds} (role ${role}).`);
  if (role === 'worker') return say(`    health   ${url}/health/ready\n`);
  say(`    API      ${url}/v1`);
  say(`    docs     ${url}/docs        OpenAPI ${url}/openapi.json`);
  say(`    health   ${url}/health/ready`);
  say('');
  say('  First steps:');
  say(`    curl -s ${url}/v1/auth/login -H 'content-type: application/json' -d '{"email":"…","password":"…"}'`);
  say(`    curl -s '${url}/v1/documents?wait=30' -H "authorization: Bearer $TOKEN" -F file=@invoice.pdf`);
  say('');
}
