/** What a process does. One image runs in any role. */
export const PROCESS_ROLES = ['all', 'api', 'worker', 'migrate'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** Whether the role claims jobs. */
export const runsWorkers = (role: ProcessRole): boolean => role === 'all' || role === 'worker';
