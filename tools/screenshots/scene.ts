import type { Browser } from 'playwright-core';
import type { PageServer } from '../../tests/browser/support/server.ts';
import type { HurriedClock } from './hurried-clock.ts';
import type { Photographer } from './photographer.ts';

/** What a scene works with. */
export interface Studio {
  readonly browser: Browser;
  readonly server: PageServer;
  readonly clock: HurriedClock;
  readonly photographer: Photographer;
}

/** Sets something up once and has it pictured from every side. */
export type Scene = (studio: Studio) => Promise<void>;
