import { hostname } from 'node:os';

/** This process, told from all others that serve the same rooms: machines may give the same number. */
export const processName = `${process.pid}@${hostname()}`;
