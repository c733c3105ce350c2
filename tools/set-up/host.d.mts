import type { SetUpHost } from './programs.mjs';

export const thisHost: SetUpHost;
