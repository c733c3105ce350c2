import { root } from './root.mjs';

/** The package that brings a Chromium in itself; tried with this version. */
const wanted = '@sparticuz/chromium@153.0.0';
const folder = `${root}.cache/chromium/`;
const unpacked = `${folder}unpacked/`;
/** Starts it with the libraries that came with it, without a sandbox. */
export const fetchedChromium = `${folder}chromium`;

/** Has the package unpack itself, with the libraries of the system it is made for, and says where. */
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/**
 * A Chromium out of the registry, for machines that have no other, fetched into `.cache`. There is one for
 * Linux on x64 only.
 */
export function fetchChromium({ works, run, write, emptyFolder, platform, arch }) {
  const none = (why) => ({ place: null, why });
  if (platform !== 'linux' || arch !== 'x64') return none('no package has one for this machine');
  console.log(`Fetching ${wanted} (npm) …`);
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const fetched = run('npm', ['install', '--prefix', folder, ...quiet, wanted]);
  if (fetched !== 0) return none(`npm could not fetch ${wanted}`);
  emptyFolder(unpacked);
  const place = { TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const done = run('node', ['--input-type=module', '-e', unpack], place, folder);
  if (done !== 0) return none(`${wanted} could not be unpacked`);
  write(
    fetchedChromium,
    `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/unpacked/al2023/lib" exec "$here/unpacked/chromium" --no-sandbox "$@"
`,
  );
  return works(fetchedChromium)
    ? { place: fetchedChromium, why: '' }
    : none(`${wanted} does not run here`);
}
