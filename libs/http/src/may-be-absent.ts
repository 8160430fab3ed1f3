import { ValidateIf } from 'class-validator';

/**
 * A field that may be left out, but may not be null. `@IsOptional()` lets null through unchecked, which then stands
 * where the type says that it cannot.
 */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
