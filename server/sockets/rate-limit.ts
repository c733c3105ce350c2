import type { Timestamp } from '../../shared/base/ids.ts';

/** What one person may send: `burst` at once, `perSecond` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Allowances by kind of message. A fast typist makes 15 letters a second and pushes are gathered
 * while one is on its way; wishes are clicks; a chat line takes longer to write than this; reading
 * again happens after breaks only.
 */
export const rates = {
  edit: { burst: 120, perSecond: 40 },
  step: { burst: 20, perSecond: 16 },
  wish: { burst: 20, perSecond: 5 },
  say: { burst: 6, perSecond: 1 },
  read: { burst: 30, perSecond: 10 },
  cursor: { burst: 40, perSecond: 20 },
} as const satisfies Record<string, Rate>;

export type RateKind = keyof typeof rates;

/** Token buckets of one sender. */
export class Allowance {
  readonly #buckets = new Map<RateKind, { tokens: number; at: Timestamp }>();

  /** Takes one message's token; false when there is none left. */
  take(kind: RateKind, now: Timestamp): boolean {
    const { burst, perSecond } = rates[kind];
    const bucket = this.#buckets.get(kind) ?? { tokens: burst, at: now };
    const refilled = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond;
    const tokens = Math.min(burst, refilled);
    const allowed = tokens >= 1;
    this.#buckets.set(kind, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed;
  }
}
