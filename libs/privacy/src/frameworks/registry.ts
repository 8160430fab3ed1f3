import { ccpa } from './ccpa.js';
import type { Framework, FrameworkId } from './framework.js';
import { gdpr } from './gdpr.js';
import { lgpd } from './lgpd.js';
import { pdpa } from './pdpa.js';
import { pipeda } from './pipeda.js';

const FRAMEWORKS = { gdpr, ccpa, pdpa, pipeda, lgpd } satisfies { readonly [K in FrameworkId]: Framework };

/** Null where a tenant has chosen none. */
export const frameworkOf = (id: FrameworkId | 'none'): Framework | null => (id === 'none' ? null : FRAMEWORKS[id]);
