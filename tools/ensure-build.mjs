import { ensureBuild } from './set-up/build.mjs';
import { ensurePackages } from './set-up/packages.mjs';

ensurePackages();
ensureBuild();
