export interface SigningKeyFile {
  readonly keys: readonly (Readonly<Record<'kty' | 'crv' | 'x' | 'y' | 'd' | 'kid', string>> & {
    readonly status: 'current' | 'next' | 'previous';
  })[];
}

export function fillTemplate(template: string, makeSecret?: () => string): string;
export function newSigningKeys(): SigningKeyFile;
export function rotateSigningKeys(file: SigningKeyFile): SigningKeyFile;
