import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Programs the tests start, where they are looked for, and how people get them. */
const programs = [
  {
    name: 'chromium',
    debian: ['chromium', 'fonts-noto-cjk'],
    places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    variable: 'CHROMIUM',
    others: 'macOS: brew install --cask chromium · Fedora: dnf install chromium',
  },
  {
    name: 'redis-server',
    debian: ['redis-server'],
    places: [
      '/usr/bin/redis-server',
      '/usr/local/bin/redis-server',
      '/opt/homebrew/bin/redis-server',
    ],
    variable: 'REDIS_SERVER',
    others: 'macOS: brew install redis · Fedora: dnf install redis',
  },
];

function placeOf(program) {
  const named = process.env[program.variable];
  return [...(named ? [named] : []), ...program.places].find((place) => existsSync(place));
}

/**
 * Makes sure that the programs the tests need are there: on Debian as root they are installed by
 * apt, elsewhere the missing ones are named and the tests do not start. Answers environment
 * variables that say where they are.
 */
export function ensurePrograms() {
  let missing = programs.filter((program) => placeOf(program) === undefined);
  if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const packages = missing.flatMap((program) => program.debian);
    console.log(`Installing ${packages.join(', ')} (apt-get) …`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
    missing = programs.filter((program) => placeOf(program) === undefined);
  }
  if (missing.length > 0) {
    for (const program of missing) {
      console.error(
        `The tests need ${program.name}, which is not here.\n` +
          `  Debian, Ubuntu: sudo apt-get install ${program.debian.join(' ')}\n` +
          `  ${program.others}\n` +
          `  somewhere else: ${program.variable}=/path/to/${program.name} npm test`,
      );
    }
    process.exit(1);
  }
  return Object.fromEntries(programs.map((program) => [program.variable, placeOf(program)]));
}
