import type { Peers } from '../ports.ts';

/** For a process that serves its rooms alone: nobody tells it anything, and nobody listens. */
export const noPeers: Peers = {
  join: async () => ({ cursor() {}, here() {}, close: async () => {} }),
};
