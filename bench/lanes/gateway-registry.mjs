// Ways to call a model, from the least to the most that is done about a call.
const dossier = (name, options) => ({ name, module: './gateway-dossier.mjs', options, isOurs: true });

export const GATEWAY_LANES = [
  dossier('Dossier, all in', {}),
  dossier('Dossier, pseudonyms at the exit', { tenant: 'pseudonymized' }),
  dossier('Dossier, no budgets and ledger', { hasBook: false }),
  dossier('Dossier, no ledger, memory cache', { hasBook: false, hasSharedCache: false }),
  { name: 'undici request', module: './gateway-undici.mjs' },
  { name: 'openai SDK as shipped', module: './gateway-openai.mjs', options: { transport: 'own' } },
  { name: 'openai SDK, our fetch', module: './gateway-openai.mjs', options: { transport: 'undici' } },
  { name: '@portkey-ai/gateway', module: './gateway-portkey.mjs', package: '@portkey-ai/gateway' },
];
