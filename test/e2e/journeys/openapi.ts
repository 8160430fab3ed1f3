import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { BEYOND, CONTRACT } from '../../support/contract.js';
import type { Deployment } from '../../support/e2e.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Record<string, Schema>;
  readonly allOf?: readonly Schema[];
}
interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  readonly security?: unknown[];
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

export const openApi = (running: () => Deployment): void => {
  describe('the OpenAPI document', () => {
    let deployment: Deployment;
    let document: OpenApi;

    beforeAll(async () => {
      deployment = running();
      document = (await (await fetch(`${deployment.api.url}/openapi.json`)).json()) as OpenApi;
    });

    const operations = (): Map<string, Operation> =>
      new Map(
        Object.entries(document.paths).flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
        ),
      );

    const propertiesOf = (schema: Schema | undefined): string[] => {
      if (!schema) return [];
      if (schema.$ref) return propertiesOf(document.components.schemas[schema.$ref.split('/').at(-1)!]);
      return [...Object.keys(schema.properties ?? {}), ...(schema.allOf ?? []).flatMap(propertiesOf)];
    };

    it('names every route of the contract, and no other', () => {
      const names = new Set(operations().keys());
      expect(Object.keys(CONTRACT).filter((name) => !names.has(name))).toEqual([]);
      expect([...names].filter((name) => !(name in CONTRACT) && !BEYOND.includes(name))).toEqual([]);
    });

    it('promises the properties of the contract in the answer of each', () => {
      const missing: string[] = [];
      for (const [name, properties] of Object.entries(CONTRACT)) {
        const { responses } = operations().get(name)!;
        const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        const known = success.flatMap(([, response]) => propertiesOf(response.content?.['application/json']?.schema));
        for (const property of properties) if (!known.includes(property)) missing.push(`${name}: ${property}`);
      }
      expect(missing).toEqual([]);
    });

    it('says for every route what a problem looks like', () => {
      for (const [name, { responses }] of operations())
        expect(responses['default']?.content?.['application/problem+json']?.schema?.$ref, name).toBe(
          '#/components/schemas/Problem',
        );
    });

    it('has schemas that are schemas', () => {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      for (const [name, schema] of Object.entries(document.components.schemas))
        expect(() => ajv.compile({ components: document.components, ...schema }), name).not.toThrow();
    });

    it('is browsable', async () => {
      const page = await fetch(`${deployment.api.url}/docs`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('swagger')]);
    });
  });
};
