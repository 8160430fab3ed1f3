export function percentile(values: readonly number[], percent: number): number;
export function breachesOf(result: object, limits?: object): string[];
export function reportOf(result: object, breaches: readonly string[]): string[];
