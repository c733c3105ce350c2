/** What a test of test262 says about itself in its head. */
export interface Head {
  readonly flags: readonly string[];
  readonly features: readonly string[];
  readonly includes: readonly string[];
  /** Set when the test has to fail: where, and with which type of error. */
  readonly negative: { readonly phase: string; readonly type: string } | null;
}

/** Reads the head of a test, a comment in YAML of which we need four entries. */
export function readHead(source: string): Head {
  const yaml = /\/\*---([\s\S]*?)---\*\//.exec(source)?.[1] ?? '';
  const list = (name: string): string[] => {
    const flow = new RegExp(`^${name}:\\s*\\[([^\\]]*)\\]`, 'm').exec(yaml)?.[1];
    if (flow !== undefined) return flow.split(',').map((item) => item.trim());
    const block = new RegExp(`^${name}:\\s*\\n((?:\\s+- .*\\n?)+)`, 'm').exec(yaml)?.[1] ?? '';
    return [...block.matchAll(/- (.*)/g)].map((item) => (item[1] ?? '').trim());
  };
  const phase = /negative:[\s\S]*?phase:\s*(\w+)/.exec(yaml)?.[1];
  const type = /negative:[\s\S]*?type:\s*(\w+)/.exec(yaml)?.[1];
  const negative = phase !== undefined && type !== undefined ? { phase, type } : null;
  return { flags: list('flags'), features: list('features'), includes: list('includes'), negative };
}

/** Where the tests of the language and of the library of L2 stand. */
export const folders = {
  core: ['language'],
  rest: `Array String Number Object Math JSON Map Set parseInt parseFloat isNaN isFinite Error
    NativeErrors Boolean undefined NaN Infinity`
    .split(/\s+/)
    .map((name) => `built-ins/${name}`),
} as const;

/** Features that L1 and L2 have. A test that needs any other one is left out. */
const featuresIn = new Set(
  `Array.prototype.at Array.prototype.flat Array.prototype.flatMap Array.prototype.includes
  Array.prototype.values Map Object.fromEntries Set String.fromCodePoint String.prototype.at
  String.prototype.endsWith String.prototype.includes String.prototype.isWellFormed
  String.prototype.replaceAll String.prototype.toWellFormed String.prototype.trimEnd
  String.prototype.trimStart array-find-from-last arrow-function change-array-by-copy
  coalesce-expression computed-property-names const default-parameters destructuring-assignment
  destructuring-binding error-cause exponentiation for-in-order for-of hashbang json-superset let
  logical-assignment-operators numeric-separator-literal object-rest object-spread
  optional-catch-binding optional-chaining rest-parameters stable-array-sort string-trimming template
  u180e well-formed-json-stringify`.split(/\s+/),
);

const flagsOut = new Set([
  'module',
  'async',
  'CanBlockIsFalse',
  'CanBlockIsTrue',
  'non-deterministic',
]);

/** Why a test is left out unseen; null when it is to be run. */
export function leftOut(head: Head, source: string): string | null {
  const flag = head.flags.find((one) => flagsOut.has(one));
  if (flag !== undefined) return `flag ${flag}`;
  const feature = head.features.find((one) => !featuresIn.has(one));
  if (feature !== undefined) return `feature ${feature}`;
  // The other helpers look at property descriptors, prototypes or the global object.
  const helper = head.includes.find((one) => one !== 'compareArray.js');
  if (helper !== undefined) return `helper ${helper}`;
  return source.includes('$262') ? 'name $262' : null;
}
