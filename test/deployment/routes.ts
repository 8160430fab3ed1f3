import { readText } from './files.js';

/** Paths that probes and scrapers may ask for, out of the controllers. */
export const operationsPaths = (): string[] => {
  const health = [...readText('apps/api/src/health/health.controller.ts').matchAll(/@Get\('([^']+)'\)/g)];
  const [, metrics] = /@Controller\('([^']+)'\)/.exec(readText('apps/api/src/health/metrics.controller.ts')) ?? [];
  return [...health.map(([, path]) => path!), metrics!].map((path) => `/${path}`);
};

/** What the build makes of main.ts, from the root of the checkout. */
export const builtMain = (): string => {
  const { outDir, rootDir } = (
    JSON.parse(readText('apps/api/tsconfig.app.json')) as { compilerOptions: Record<string, string> }
  ).compilerOptions;
  const { projects } = JSON.parse(readText('nest-cli.json')) as {
    projects: { api: { root: string; sourceRoot: string; entryFile: string } };
  };
  const { root, sourceRoot, entryFile } = projects.api;
  if (outDir !== '../../dist' || rootDir !== '../..' || root !== 'apps/api') throw new Error('the build has moved');
  return `dist/${sourceRoot}/${entryFile}.js`;
};
