import type { ChildProcess } from 'node:child_process';

export interface RedisSettings {
  readonly folder: string;
  readonly password: string;
  readonly durable?: boolean;
  readonly port?: number;
  readonly say?: (line: string) => void;
}
export interface RunningRedis {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}
export function startRedis(settings: RedisSettings): Promise<RunningRedis>;
