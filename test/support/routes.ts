import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';

export interface Route {
  readonly method: string;
  /** With parameters as `:name`. */
  readonly path: string;
  readonly handler: string;
}

const pathsOf = (value: unknown): string[] => [value ?? ''].flat().filter((path) => typeof path === 'string');
const join = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Every route of the running service, out of Nest's own metadata: a new route turns up here unasked. */
export function routesOf(app: INestApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || name === 'constructor') continue;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        for (const base of pathsOf(Reflect.getMetadata(PATH_METADATA, metatype)))
          for (const path of pathsOf(Reflect.getMetadata(PATH_METADATA, handler)))
            routes.push({ method: RequestMethod[method], path: join(base, path), handler: `${metatype.name}.${name}` });
      }
    }
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}
