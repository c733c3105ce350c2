import { ensurePackages } from './set-up/packages.mjs';

ensurePackages();
