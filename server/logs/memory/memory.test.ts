import { describe } from 'vitest';
import { storesContract } from '../contract/index.ts';
import { createMemoryStores } from './index.ts';

describe('stores in memory', () => {
  storesContract(async (work) => {
    const clock = { now: 1_000_000 };
    const stores = createMemoryStores(() => clock.now);
    await work({ stores, clock });
    await stores.close();
  });
});
