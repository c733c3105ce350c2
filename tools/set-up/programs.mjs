import { fetchChromium, fetchedChromium } from './chromium.mjs';

/** Programs the tests start, where they are looked for, and how people get them. */
const programs = [
  {
    name: 'chromium',
    /** A test file that imports this starts it. */
    startedBy: 'playwright-core',
    debian: ['chromium-headless-shell', 'fonts-noto-cjk'],
    /** Does as well, and takes longer: without windows the browser tests need a third less time. */
    slower: '/usr/bin/chromium',
    places: [
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      fetchedChromium,
    ],
    variable: 'CHROMIUM',
    others: 'macOS: brew install --cask chromium · Fedora: dnf install chromium',
    fetch: fetchChromium,
  },
  {
    name: 'redis-server',
    startedBy: 'tests/support/redis-server.ts',
    debian: ['redis-server'],
    places: [
      '/usr/bin/redis-server',
      '/usr/local/bin/redis-server',
      '/opt/homebrew/bin/redis-server',
    ],
    variable: 'REDIS_SERVER',
    others: 'macOS: brew install redis · Fedora: dnf install redis',
    fetch: () => ({ place: null, why: '' }),
  },
];

/**
 * Looks for the programs the tests need: where a variable names one, only there; else in the usual places,
 * then by apt (Debian, as root), then in a package of the registry. One that does not say its version
 * within a time is none: Ubuntu's chromium is a script that only asks for another package.
 * Answers environment variables that say where they are, and of each that cannot be had why, and how
 * people get it.
 */
export function findPrograms(host, names = programs.map(({ name }) => name)) {
  const wanted = programs.filter(({ name }) => names.includes(name));
  const found = wanted.map((program) => inPlaces(program, host));
  installByApt(
    found.filter(({ place, named }) => place === null && !named),
    host,
  );
  for (const one of found) {
    if (!one.named && one.place !== null && one.place === one.program.slower) quicken(one, host);
    if (one.place !== null || one.named) continue;
    const { place, why } = one.program.fetch(host);
    one.place = place;
    if (why !== '') one.why.push(why);
  }
  const there = found.filter(({ place }) => place !== null);
  return {
    env: Object.fromEntries(there.map(({ program, place }) => [program.variable, place])),
    missing: found.filter(({ place }) => place === null).map(told),
  };
}

/** Where a program is, by its variable or in the usual places; nothing is started or fetched. */
export function placeOf(name, { env, exists }) {
  const { variable, places } = programs.find((program) => program.name === name);
  return env[variable] || (places.find(exists) ?? places[0]);
}

function inPlaces(program, { env, exists, works }) {
  const named = env[program.variable];
  const [isNamed, why] = [Boolean(named), []];
  for (const place of named ? [named] : program.places) {
    if (!exists(place)) continue;
    if (works(place)) return { program, place, named: isNamed, why };
    why.push(`${place} is there and does not run`);
  }
  if (named && why.length === 0) why.push(`${program.variable} names ${named}, which is not there`);
  return { program, place: null, named: isNamed, why };
}

/** Tries apt for what is missing; where that fails, says so. */
function installByApt(wanted, host) {
  if (wanted.length === 0 || !host.exists('/usr/bin/apt-get')) return;
  if (!host.isRoot) {
    for (const { why } of wanted) why.push('apt-get needs root');
    return;
  }
  const packages = wanted.flatMap(({ program }) => program.debian);
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  host.run('apt-get', ['update', '-qq'], quiet);
  for (const one of wanted) {
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...one.program.debian];
    const code = host.run('apt-get', install, quiet);
    Object.assign(one, inPlaces(one.program, host));
    if (one.place === null) one.why.push(`apt-get install ended with ${code}`);
  }
}

/** Tries once to get the quicker program, without waiting for a network that is not there. */
function quicken(one, host) {
  if (!host.isRoot || !host.exists('/usr/bin/apt-get')) return;
  const soon = ['Acquire::Retries=0', 'Acquire::http::Timeout=10', 'DPkg::Lock::Timeout=10'];
  const options = soon.flatMap((option) => ['-o', option]);
  const install = ['install', '-y', '-qq', '--no-install-recommends', one.program.debian[0]];
  console.log(
    `Installing ${one.program.debian[0]}, which is quicker than ${one.place} (apt-get) …`,
  );
  const code = host.run('apt-get', [...options, ...install], { DEBIAN_FRONTEND: 'noninteractive' });
  if (code !== 0) console.log(`It cannot be had (${code}): ${one.place} is used.`);
  Object.assign(one, inPlaces(one.program, host));
}

function told({ program, why }) {
  const { name, startedBy, debian, others, variable } = program;
  const reasons = why.length === 0 ? '' : ` (${why.join('; ')})`;
  return {
    name,
    startedBy,
    text:
      `${name} is not here${reasons}.\n` +
      `  Debian: sudo apt-get install ${debian.join(' ')}\n` +
      `  ${others}\n` +
      `  somewhere else: ${variable}=/path/to/${name} npm test`,
  };
}
