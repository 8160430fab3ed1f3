import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it('npm run bench:reading -- --smoke: our readers get every word of the corpus, and others agree', async () => {
  const { stdout } = await run(process.execPath, ['bench/reading.mjs', '--smoke'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DOSSIER_BENCH: '1',
    },
  });
  for (const family of ['pdf', 'ocr', 'mail', 'docx', 'xlsx', 'pptx', 'html'])
    expect(stdout).toContain(`### ${family}`);
}, 180_000);
