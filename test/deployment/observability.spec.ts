import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, readJson, readText, readYaml, ROOT } from './files.js';
import { existingSeries, missingSeries, selectedSeries } from './metrics.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly title: string;
  readonly description: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string }[];
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly definition?: string }[] };
}

const FOLDER = 'deploy/observability';
const ruleFile = readYaml<{ groups: { name: string; rules: Rule[] }[] }>(`${FOLDER}/rules/dossier.yml`);
const rules = ruleFile.groups.flatMap((group) => group.rules);
const dashboards = filesBelow(`${FOLDER}/grafana/dashboards`, '.json').map((path) => readJson<Dashboard>(path));
const series = existingSeries();

describe('reading PromQL', () => {
  it('finds what is selected and by which labels', () => {
    expect(
      selectedSeries(
        'sum by (queue) (rate(a_total{job="x", state=~"b|c"}[5m])) / on (queue) max(b) unless c{d!="e"} > 5',
      ),
    ).toEqual([
      { name: 'a_total', labels: ['job', 'state'] },
      { name: 'b', labels: [] },
      { name: 'c', labels: ['d'] },
    ]);
  });

  it('knows the metrics that exist and tells others from them', () => {
    expect(missingSeries('rate(dossier_queue_job_duration_seconds_bucket{queue="a", le="1"}[5m])', series)).toEqual([]);
    expect(missingSeries('process_cpu_seconds_total + nodejs_gc_duration_seconds_sum{kind="major"}', series)).toEqual(
      [],
    );
    expect(missingSeries('dossier_queue_jobs{tenant="a"} / made_up_total', series)).toEqual([
      'dossier_queue_jobs{tenant}',
      'made_up_total',
    ]);
  });
});

describe('alert rules', () => {
  it('have names of their own', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s uses existing metrics and links a runbook',
    (_, rule) => {
      expect(selectedSeries(rule.expr).length).toBeGreaterThan(0);
      expect(missingSeries(rule.expr, series)).toEqual([]);
      expect(['critical', 'warning']).toContain(rule.labels.severity);
      expect(rule.annotations.summary).not.toBe('');
      expect(rule.annotations.runbook).toMatch(/^docs\/runbooks\/[a-z-]+\.md$/);
      expect(existsSync(join(ROOT, rule.annotations.runbook)), rule.annotations.runbook).toBe(true);
      expect(readText(rule.annotations.runbook)).toContain(rule.alert);
    },
  );

  it('name outcomes and states that the queue and calls to models have', () => {
    const sources = [
      'libs/queue/src/job-runtime.ts',
      'libs/queue/src/job-store.ts',
      'libs/llm/src/ports.ts',
      'libs/llm/src/providers/model-provider.ts',
    ];
    const source = sources.map((path) => readText(path)).join('');
    const values = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/(?:outcome|state)(?:=~?|!=|!~)"([^"]+)"/g)].flatMap(([, value]) => value!.split('|')),
    );
    expect(values.length).toBeGreaterThan(5);
    expect(values.filter((value) => !source.includes(`'${value}'`))).toEqual([]);
  });

  it('are all shown by a rule test, which stands beside them', () => {
    const tested = readText(`${FOLDER}/rules.test.yml`);
    const untested = rules.map(({ alert }) => alert).filter((alert) => !tested.includes(`alertname: ${alert}`));
    expect(untested).toEqual(['DossierEventLoopLag']);
  });

  it('are the same in the chart', () => {
    expect(readText('helm/dossier/files/alerts.yml')).toBe(readText(`${FOLDER}/rules/dossier.yml`));
  });
});

describe('dashboards', () => {
  it('have ids of their own', () => {
    expect(dashboards.length).toBeGreaterThanOrEqual(2);
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length);
  });

  it.each(dashboards.map((dashboard) => [dashboard.title, dashboard] as const))(
    '%s asks for existing metrics',
    (_, dashboard) => {
      const expressions = [
        ...dashboard.panels.flatMap((panel) => panel.targets.map(({ expr }) => expr)),
        ...dashboard.templating.list.flatMap(({ definition }) => definition?.replace(/, *\w+\)$/, ')') ?? []),
      ];
      expect(expressions.length).toBeGreaterThan(dashboard.panels.length);
      expect(expressions.flatMap((expression) => missingSeries(expression, series))).toEqual([]);
    },
  );

  it.each(dashboards.map((dashboard) => [dashboard.title, dashboard] as const))(
    '%s links runbooks that exist',
    (_, { panels }) => {
      const links = panels.flatMap(({ description }) => description.match(/docs\/runbooks\/[a-z-]+\.md/g) ?? []);
      expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    },
  );

  it.each(dashboards.map((dashboard) => [dashboard.title, dashboard] as const))(
    '%s lays panels beside each other',
    (_, { panels }) => {
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (__, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(panels.every(({ gridPos }) => gridPos.x + gridPos.w <= 24)).toBe(true);
    },
  );
});

describe('provisioning', () => {
  it('scrapes api and worker with the labels that rules ask for', () => {
    const { rule_files, scrape_configs } = readYaml<{
      rule_files: string[];
      scrape_configs: {
        job_name: string;
        metrics_path?: string;
        authorization?: { credentials_file: string };
        dns_sd_configs?: { names: string[]; port: number }[];
        relabel_configs?: { target_label: string }[];
      }[];
    }>(`${FOLDER}/prometheus.yml`);
    const job = scrape_configs.find(({ job_name }) => job_name === 'dossier');
    expect(job?.dns_sd_configs).toMatchObject([{ names: ['api', 'worker'], port: 3000 }]);
    expect(job?.relabel_configs?.map(({ target_label }) => target_label)).toContain('component');
    expect(readText('apps/api/src/health/metrics.controller.ts')).toContain(
      `@Controller('${job?.metrics_path?.slice(1)}')`,
    );
    expect(job?.authorization?.credentials_file).toBe('/run/secrets/metrics-token');
    expect(rule_files).toEqual(['/etc/prometheus/rules/*.yml']);
  });

  it('gives Grafana its data source and the folder of the dashboards', () => {
    const base = `${FOLDER}/grafana/provisioning`;
    const { datasources } = readYaml<{ datasources: { type: string; url: string }[] }>(
      `${base}/datasources/prometheus.yml`,
    );
    expect(datasources).toMatchObject([{ type: 'prometheus', url: 'http://prometheus:9090' }]);
    const { providers } = readYaml<{ providers: { options: { path: string } }[] }>(`${base}/dashboards/dossier.yml`);
    expect(providers.map(({ options }) => options.path)).toEqual(['/var/lib/dashboards']);
  });
});
