import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { filesBelow, readJson, readText, readYaml } from './files.js';
import { builtMain, operationsPaths } from './routes.js';
import { defaultOf, isRequired, megabytes, memoryNeeded, SETTINGS, unknownSettings } from './settings.js';
import { actionsOf, chartTemplates, openBlocks, openBrackets, pathsOf, valuePaths } from './templates.js';

interface Role {
  readonly env: Readonly<Record<string, string>>;
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly preStopSleepSeconds: number;
  readonly terminationGracePeriodSeconds: number;
}
interface Values {
  readonly config: Readonly<Record<string, string>>;
  readonly persistence: { readonly accessModes: readonly string[] };
  readonly migrate: { readonly resources: { readonly limits: { readonly memory: string } } };
  readonly api: Role;
  readonly worker: Role;
}

const CHART = 'helm/dossier';
const values = readYaml<Values>(`${CHART}/values.yaml`);
const templates = chartTemplates();
const everything = [...templates.values()].join('\n');
const deployment = templates.get('_deployment.tpl')!;
const roles = [
  ['api', values.api],
  ['worker', values.worker],
] as const;

describe('reading templates', () => {
  it('refuses delimiters that do not come in pairs', () => {
    for (const text of ['{{ a', 'a }}', '{{ a {{ b }}', '{{ a }} }}'])
      expect(() => actionsOf('t', text), text).toThrow('t:');
    expect(actionsOf('t', '{{- a -}} x {{/* c */}}{{ b }}').map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('counts blocks and brackets', () => {
    expect(openBlocks(actionsOf('t', '{{ if a }}{{ range b }}{{ end }}{{ else }}{{ end }}'))).toBe(0);
    expect(openBlocks(actionsOf('t', '{{ with a }}'))).toBe(1);
    expect(openBlocks(actionsOf('t', '{{ end }}'))).toBe(-1);
    expect(openBlocks(actionsOf('t', '{{ else }}'))).toBeNaN();
    expect(openBrackets('f (g "(" x)')).toBe(0);
    expect(openBrackets('f (g x')).toBe(1);
  });

  it('finds the values that are asked for', () => {
    expect(valuePaths('if and .Values.a.b $.Values.c')).toEqual(['a.b', 'c']);
    expect(valuePaths('$role.x .role.y')).toEqual(['api.x', 'worker.x', 'api.y', 'worker.y']);
  });
});

describe('templates', () => {
  const actions = [...templates].flatMap(([file, text]) => actionsOf(file, text));
  const known = new Set(pathsOf(values));

  it('are there for every object', () => {
    const kinds = new Set([...everything.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind!));
    expect([...kinds].toSorted()).toEqual(
      [
        'ConfigMap',
        'Deployment',
        'HorizontalPodAutoscaler',
        'Ingress',
        'Job',
        'NetworkPolicy',
        'PersistentVolumeClaim',
        'Pod',
        'PodDisruptionBudget',
        'PrometheusRule',
        'Secret',
        'Service',
        'ServiceAccount',
        'ServiceMonitor',
      ].toSorted(),
    );
  });

  it.each([...templates])('%s is well-formed', (file, text) => {
    const own = actionsOf(file, text);
    expect(own.length).toBeGreaterThan(0);
    expect(openBlocks(own)).toBe(0);
    expect(own.filter((action) => openBrackets(action.text) !== 0)).toEqual([]);
    expect(text).not.toContain('\t');
  });

  it('ask only for values that exist', () => {
    const asked = actions.flatMap(({ file, text }) => valuePaths(text).map((path) => ({ file, path })));
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter(({ path }) => !known.has(path))).toEqual([]);
  });

  it('use every value', () => {
    const used = new Set(actions.flatMap(({ text }) => valuePaths(text)));
    const isUsed = (path: string): boolean =>
      [...used].some((other) => path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`));
    // A whole role is handed on as `.Values.api`; only what templates take out of it counts.
    used.delete('api');
    used.delete('worker');
    expect([...known].filter((path) => !isUsed(path))).toEqual([]);
  });

  it('include only what is defined', () => {
    const defined = actions.flatMap(({ text }) => /^define "([^"]+)"/.exec(text)?.[1] ?? []);
    const included = actions.flatMap(({ text }) => [...text.matchAll(/include "([^"]+)"/g)].map(([, name]) => name!));
    expect(included.filter((name) => !defined.includes(name))).toEqual([]);
    expect(defined.filter((name) => !included.includes(name))).toEqual([]);
  });

  it('take files that exist', () => {
    const taken = [...everything.matchAll(/\.Files\.Get "([^"]+)"/g)].map(([, path]) => `${CHART}/${path}`);
    expect(taken).toHaveLength(1);
    expect(taken.filter((path) => !filesBelow(CHART, '').includes(path))).toEqual([]);
  });
});

describe('what pods are given', () => {
  const configMap = [...templates.get('configmap.yaml')!.matchAll(/^ {2}([A-Z_]+): (.+)$/gm)].map(([, name, value]) => [
    name!,
    value!.replaceAll('"', ''),
  ]);
  const fixed = Object.fromEntries(configMap) as Record<string, string>;
  const secretNamesIn = (file: string): string[] =>
    actionsOf(file, templates.get(file)!)
      .flatMap(({ text }) => [...text.matchAll(/"name" "([A-Z_]+)"|list((?: "[A-Z_]+")+)/g)])
      .flatMap(([, one, many]) => one ?? many!.match(/[A-Z_]+/g)!);
  const secretNames = secretNamesIn('_deployment.tpl');

  it('are settings that exist, with values that the service takes', () => {
    const envs = { ...fixed, ...values.config, ...values.api.env, ...values.worker.env };
    expect(unknownSettings([...Object.keys(envs), ...secretNames, 'PROCESS_ROLE'])).toEqual([]);
    for (const [name, value] of Object.entries(envs))
      expect(SETTINGS.get(name)!.schema.safeParse(value === '' ? undefined : value).success, name).toBe(true);
  });

  it('are all settings that have to be set', () => {
    const given = new Set([...Object.keys(fixed), ...secretNames]);
    expect([...SETTINGS.values()].filter((setting) => isRequired(setting) && !given.has(setting.env))).toEqual([]);
    expect(fixed).toMatchObject({ NODE_ENV: 'production', DATA_DIR: '/data', PORT: defaultOf(SETTINGS.get('PORT')!) });
    expect([...given]).toEqual(expect.arrayContaining(['METRICS_TOKEN', 'AUTH_KEYS_FILE']));
  });

  it('come from Secrets where they are secret', () => {
    const open = [...Object.keys(fixed), ...Object.keys(values.config), ...Object.keys(values.worker.env)];
    expect(open.filter((name) => SETTINGS.get(name)?.secret === true)).toEqual([]);
    expect([...new Set(secretNames)].filter((name) => SETTINGS.get(name)?.secret !== true)).toEqual([]);
  });

  it("include the owner's password only for the migration", () => {
    expect(secretNamesIn('migrate-job.yaml')).toEqual(['DATABASE_OWNER_URL', 'DATABASE_URL', 'DATABASE_SYSTEM_URL']);
    const files = [...templates].filter(([, text]) => text.includes('DATABASE_OWNER_URL')).map(([file]) => file);
    expect(files).toEqual(['migrate-job.yaml']);
  });
});

describe('pods', () => {
  it('run what the build makes, in a role', () => {
    const commands = [...everything.matchAll(/args: \["node", "([^"]+)"\]/g)].map(([, path]) => path);
    expect(commands).toEqual([builtMain(), builtMain()]);
    for (const [file, role] of [
      ['api-deployment.yaml', 'api'],
      ['worker-deployment.yaml', 'worker'],
    ] as const)
      expect(templates.get(file)).toContain(`"component" "${role}" "role" .Values.${role}`);
    expect(templates.get('migrate-job.yaml')).toMatch(/- name: PROCESS_ROLE\n\s+value: migrate/);
    expect(SETTINGS.get('PROCESS_ROLE')!.schema.safeParse('worker').success).toBe(true);
  });

  it('are probed on paths and a port that exist', () => {
    const probes = Object.fromEntries(
      [...deployment.matchAll(/(\w+)Probe:\n\s+httpGet: \{ path: ([^,]+), port: (\w+) \}/g)].map(
        ([, kind, path, port]) => [kind, `${port} ${path}`],
      ),
    );
    expect(probes).toEqual({
      startup: 'http /health/live',
      liveness: 'http /health/live',
      readiness: 'http /health/ready',
    });
    expect(operationsPaths()).toEqual(expect.arrayContaining(['/health/live', '/health/ready', '/metrics']));
    expect(deployment).toContain(`- name: http\n              containerPort: ${defaultOf(SETTINGS.get('PORT')!)}`);
    expect(templates.get('servicemonitor.yaml')).toContain('path: /metrics');
  });

  it('are not root, cannot write to the image and have no rights', () => {
    const helpers = templates.get('_helpers.tpl')!;
    for (const line of ['runAsNonRoot: true', 'type: RuntimeDefault', 'readOnlyRootFilesystem: true', 'drop: [ALL]'])
      expect(helpers).toContain(line);
    const user = /^USER (\d+)/m.exec(readText('docker/Dockerfile'))?.[1];
    expect(helpers).toContain(`runAsUser: ${user}\n`);
    for (const file of ['_deployment.tpl', 'migrate-job.yaml', 'tests/test-connection.yaml']) {
      expect(templates.get(file)).toContain('include "dossier.podSecurityContext"');
      expect(templates.get(file)).toContain('include "dossier.containerSecurityContext"');
      expect(templates.get(file)).toContain('automountServiceAccountToken: false');
    }
  });

  it.each(roles)('of the role %s have time to stop and memory to read', (_, role) => {
    // R6 of the reliability promises: out within 10 s of SIGTERM.
    expect(role.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(role.preStopSleepSeconds + 10);
    expect(megabytes(role.resources.limits.memory)).toBeGreaterThanOrEqual(
      memoryNeeded(Number(role.env['READING_PROCESSES'])),
    );
  });

  it('migrate before the release is installed or upgraded', () => {
    const job = templates.get('migrate-job.yaml')!;
    expect(job.match(/helm\.sh\/hook: pre-install,pre-upgrade/g)).toHaveLength(2);
    const weights = [...job.matchAll(/hook-weight: "(-?\d+)"/g)].map(([, weight]) => Number(weight));
    expect(weights[0]).toBeLessThan(weights[1]!);
  });
});

describe('values', () => {
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    readJson<object>(`${CHART}/values.schema.json`),
  );
  const changed = (change: object) => ({ ...structuredClone(values), ...change });

  it('are valid as they come', () => {
    expect(validate(values), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each<[string, object]>([
    ['an unknown name', { replicas: 3 }],
    ['an unknown name inside', { api: { ...values.api, replica: 3 } }],
    ['no replicas', { worker: { ...values.worker, replicas: 0 } }],
    ['a setting that is no variable', { config: { logLevel: 'info' } }],
    ['too little time to stop', { api: { ...values.api, terminationGracePeriodSeconds: 5 } }],
    ['a volume for one reader', { persistence: { ...values.persistence, accessModes: ['ReadOnlyMany'] } }],
    ['an unknown kind of service', { service: { type: 'ExternalName', port: 80, annotations: {} } }],
  ])('are refused with %s', (_, change) => {
    expect(validate(changed(change))).toBe(false);
  });

  it.each([
    ['databaseUrl', 'mysql://x', false],
    ['databaseUrl', 'postgres://dossier_app:CHANGE_ME@db/dossier', false],
    ['databaseUrl', 'postgres://dossier_app:abc@db/dossier', true],
    ['metricsToken', 'CHANGE_ME', false],
  ])('check secrets.%s = %s', (name, value, ok) => {
    const { secrets } = values as unknown as { secrets: object };
    expect(validate(changed({ secrets: { ...secrets, [name]: value } }))).toBe(ok);
  });

  it('ask for a volume that all pods can write to, and hold no secret', () => {
    expect(values.persistence.accessModes).toEqual(['ReadWriteMany']);
    expect(readText(`${CHART}/values.yaml`)).toContain('ReadWriteMany (NFS');
    const text = readText(`${CHART}/values.yaml`).replace(/#.*$/gm, '');
    expect(text).not.toMatch(/:\/\/|CHANGE_ME/);
  });

  it('belong to a chart of the same version as the service', () => {
    const { version } = readJson<{ version: string }>('package.json');
    expect(readYaml(`${CHART}/Chart.yaml`)).toMatchObject({
      apiVersion: 'v2',
      name: 'dossier',
      version,
      appVersion: version,
    });
  });
});
