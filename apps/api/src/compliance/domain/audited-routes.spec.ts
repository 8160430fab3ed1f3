import { describe, expect, it } from 'vitest';
import { detailOf } from './audit-detail.js';
import { auditedRoute } from './audited-routes.js';
import { entryOfRequest, resourceIn } from './request-entry.js';

describe('auditedRoute', () => {
  it.each([
    ['POST', '/v1/documents', 'change', 'documents.create', 'documents', null],
    ['GET', '/v1/documents/:id', 'read', 'documents.read', 'documents', 'id'],
    ['HEAD', '/v1/documents/:id/content', 'read', 'documents.content.read', 'documents', 'id'],
    ['POST', '/v1/documents/:id/review', 'change', 'documents.review.create', 'documents', 'id'],
    ['DELETE', '/v1/schemas/:id/examples/:documentId', 'change', 'schemas.examples.delete', 'schemas', 'id'],
    ['PUT', '/v1/tenant/model-keys/:provider', 'change', 'tenant.model-keys.replace', 'model-keys', 'provider'],
    ['PATCH', '/v1/tenant', 'change', 'tenant.change', 'tenant', null],
    ['POST', '/v1/search', 'read', 'search.create', 'search', null],
    ['POST', '/v1/auth/login', 'sign-in', 'auth.login.create', 'login', null],
    ['POST', '/v1/something/new', 'change', 'something.new.create', 'new', null],
  ] as const)('has %s %s', (method, path, kind, action, resourceType, parameter) => {
    expect(auditedRoute(method, path)).toEqual({ kind, action, resourceType, parameter });
  });

  it.each([
    ['POST', '/v1/language/detect'],
    ['GET', '/v1/industries'],
    ['HEAD', '/v1/industries'],
    ['OPTIONS', '/v1/documents'],
    ['GET', '/health/ready'],
    ['GET', '/metrics'],
  ])('leaves %s %s out', (method, path) => expect(auditedRoute(method, path)).toBeNull());
});

describe('detailOf', () => {
  it.each<[unknown, object | null]>([
    [undefined, null],
    [{}, null],
    ['text', null],
    [[1], null],
    [{ name: 'Ada', settings: { a: 1 } }, { given: ['name', 'settings'] }],
    [
      { fields: { total: '60.30' }, documentId: 'd' },
      { given: ['fields', 'documentId'], fields: ['total'] },
    ],
    [
      {
        fields: [{ name: 'total', verdict: 'corrected', value: '60.30' }, { name: 'date' }],
        type: { verdict: 'accepted' },
      },
      {
        given: ['fields', 'type'],
        fields: ['total', 'date'],
        verdicts: { type: 'accepted', total: 'corrected' },
      },
    ],
    [
      { fields: [{ name: 'x'.repeat(101) }, { name: 7 }, null], a: { verdict: 'Some words of a text.' } },
      { given: ['fields', 'a'] },
    ],
  ])('keeps of %j only names and verdicts', (body, detail) => {
    const text = detailOf(body);
    expect(text === null ? null : JSON.parse(text)).toEqual(detail);
  });

  it('is bounded, whatever the body is', () => {
    const fields = Array.from({ length: 5_000 }, (_, n) => ({ name: `${n}`.padEnd(100, 'x'), verdict: 'accepted' }));
    expect(detailOf({ fields })?.length).toBeLessThan(30_000);
  });
});

describe('the resource of an entry', () => {
  const ofPath = (id: string) => ({
    route: auditedRoute('GET', '/v1/documents/:id')!,
    parameters: { id },
    requestId: 'r',
    address: '192.0.2.1',
    now: 1_000,
  });
  const id = `doc_${'0'.repeat(32)}`;

  it.each([
    [id, true, id],
    [id, false, id],
    ['invoices', true, 'invoices'],
    ['ada@example.test', false, null],
    ['x'.repeat(101), true, null],
  ])('%s, accepted: %s, is %s', (named, accepted, resource) =>
    expect(resourceIn(ofPath(named), accepted)).toBe(resource),
  );

  it('is by the person or the key that called', () => {
    const userId = '00000000-0000-7000-8000-000000000001';
    const caller = { tenantId: 't', userId, role: 'admin' } as const;
    expect(entryOfRequest(ofPath(id), caller, 'none')).toMatchObject({
      actor: 'usr_00000000000070008000000000000001',
      resourceId: id,
    });
    expect(entryOfRequest(ofPath(id), { ...caller, apiKeyId: userId }, 'none').actor).toMatch(/^key_/);
    expect(entryOfRequest(ofPath(id), { ...caller, userId: null }, 'none').actor).toBeNull();
  });
});
