import { defaultLimits } from '../lang/index.ts';

/** Most characters of a program, its opening line included (L6). */
export const maximalProgramLength = defaultLimits.source;
