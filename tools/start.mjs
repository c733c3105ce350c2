/** `npm start`: installs and builds what is missing or outdated, then serves the game. */
import { ensureBuild } from './set-up/build.mjs';
import { ensurePackages } from './set-up/packages.mjs';
import { root } from './set-up/root.mjs';

ensurePackages();
ensureBuild();
process.env.NODE_ENV ??= 'production';
await import(`${root}dist/server/index.js`);
