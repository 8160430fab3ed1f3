// The words of all languages; the first of a list are no more usual than the last.
import { dutch, english, german } from './words-north.mjs';
import { french, italian, portuguese, spanish } from './words-south.mjs';

export const VOCABULARY = { en: english, de: german, fr: french, es: spanish, it: italian, pt: portuguese, nl: dutch };
