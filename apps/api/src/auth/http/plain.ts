/** The fields of a DTO class without the class, as they are made and spread. */
export type Plain<T> = { [K in keyof T]: T[K] };
