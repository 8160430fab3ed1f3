export interface PostgresSettings {
  readonly folder: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly systemPassword: string;
  readonly durable?: boolean;
  readonly onLog?: (line: string) => void;
}
export interface RunningPostgres {
  readonly port: number;
  readonly urls: {
    readonly DATABASE_OWNER_URL: string;
    readonly DATABASE_URL: string;
    readonly DATABASE_SYSTEM_URL: string;
  };
  stop(): Promise<void>;
}
export function startPostgres(settings: PostgresSettings): Promise<RunningPostgres>;
