import { serve } from '@app/threads';
import { computeFields } from './read-fields.js';

serve(computeFields);
