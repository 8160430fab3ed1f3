// The provider of bench/gateway.mjs in a process of its own: the simulator with one latency and no faults.
import { startSimulator } from '../test/support/simulator/simulator.mjs';

const simulator = await startSimulator(JSON.parse(process.argv[2]));
process.on('message', () => process.send({ requests: simulator.stats.requests }));
process.on('disconnect', () => process.exit(0));
process.send({ url: simulator.url });
