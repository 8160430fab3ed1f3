import type { AgentName } from '../domain/triage-model.js';
import type { Agent } from './agent.js';
import { classifyAgent } from './classify.agent.js';
import { prioritiseAgent } from './prioritise.agent.js';
import { replyAgent } from './reply.agent.js';
import { summariseAgent } from './summarise.agent.js';

/** One line an agent. What an inquiry answers is what its agents judge: both stand in one file. */
export const AGENTS: Readonly<Record<AgentName, Agent>> = {
  classify: classifyAgent,
  prioritise: prioritiseAgent,
  summarise: summariseAgent,
  reply: replyAgent,
};
