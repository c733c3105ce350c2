/** `npm start`: installs and builds what is missing or outdated, then serves the game. */
import { ensureBuild } from './set-up/build.mjs';
import { ensurePackages, root } from './set-up/packages.mjs';

ensurePackages();
ensureBuild();
process.env.NODE_ENV ??= 'production';
await import(`${root}dist/server/index.js`);
