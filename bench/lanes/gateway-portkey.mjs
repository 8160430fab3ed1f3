// Portkey's gateway in a process of its own, called with undici. What its process takes is told apart.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { freePort } from '../../scripts/services/net.mjs';
import { peerPath } from '../lib/peers.mjs';
import { bodyOf, requireAnswer } from './gateway-request.mjs';

const START_MS = 30_000;

export async function open({ providerUrl }) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [peerPath('@portkey-ai/gateway', 'build/start-server.js'), `--port=${port}`, '--headless'],
    { stdio: 'ignore' },
  );
  const dispatcher = new Agent({ connections: 512 });
  const call = async (id) => {
    const { body } = await request(`http://127.0.0.1:${port}/v1/chat/completions`, {
      dispatcher,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer key',
        'x-portkey-provider': 'openai',
        'x-portkey-custom-host': `${providerUrl}/v1`,
      },
      body: JSON.stringify(bodyOf(id)),
    });
    requireAnswer((await body.json()).choices[0].message.content);
  };
  await untilItAnswers(call);
  return {
    pids: [server.pid],
    call,
    async close() {
      await dispatcher.destroy();
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function untilItAnswers(call) {
  for (const until = Date.now() + START_MS; ;) {
    try {
      return await call(0);
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}
