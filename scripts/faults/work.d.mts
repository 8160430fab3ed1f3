import type { ModelRequest } from '@app/llm';
import type { z } from 'zod';
import type { ScenarioAnswer } from '../../test/support/simulator/simulator.mjs';

interface Right {
  readonly total: string;
  readonly summary: string;
}

export const RIGHT: Right;
export const scenario: () => ScenarioAnswer;
export const requestOf: (work: {
  readonly text: string;
  readonly purpose?: ModelRequest['purpose'];
  readonly priority?: ModelRequest['priority'];
  readonly deadlineMs?: number;
}) => ModelRequest<z.ZodType<Right>>;
