/** How much is let in: what is new from an address or of a person, and what there is at once. */
export { Admission, type Full, type Permit, type Visitor } from './admission.ts';
export { boundConnections, perLine } from './connections.ts';
export { readLimits, unlimited, usualLimits, type Limits } from './settings.ts';
