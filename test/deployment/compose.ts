import { readText, readYaml } from './files.js';

export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly tmpfs?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy?: { readonly resources: { readonly limits: { readonly cpus: string; readonly memory: string } } };
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, null>>;
}

export const COMPOSE_PATH = 'docker-compose.prod.yml';
export const composeText = readText(COMPOSE_PATH);
export const compose = readYaml<ComposeFile>(COMPOSE_PATH);

/** Containers of our own image, by name. */
export const ownServices = Object.entries(compose.services).filter(([, { image }]) => image.includes('DOSSIER_IMAGE'));

export interface Variable {
  readonly name: string;
  /** `:?` has to be set, `:-` has a default, null has neither. */
  readonly kind: ':?' | ':-' | null;
  readonly rest: string;
}

const VARIABLE = /(?<!\$)\$\{([A-Z_]+)(?:(:\?|:-)([^}]*))?\}/g;

/** What a text takes from the environment of Compose. */
export const variablesOf = (text: string): Variable[] =>
  [...text.matchAll(VARIABLE)].map(([, name, kind, rest]) => ({
    name: name!,
    kind: (kind ?? null) as Variable['kind'],
    rest: rest ?? '',
  }));

/** The text as Compose makes it; throws where a required variable is missing or empty. */
export const interpolate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (_, name: string, kind: string | undefined, rest: string | undefined) => {
    const value = values[name] ?? '';
    if (value !== '') return value;
    if (kind === ':?') throw new Error(`${name} has to be set`);
    return kind === ':-' ? (rest ?? '') : '';
  });

/** The environment of a container, with the values of an env file. */
export const environmentOf = (
  { environment = {} }: ComposeService,
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolate(String(value), values)]));
