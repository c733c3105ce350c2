import { unsupported } from './errors.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Inherited names of every JavaScript object that this language leaves out (L7). */
const everywhere = names(`constructor __proto__ hasOwnProperty isPrototypeOf propertyIsEnumerable
  toLocaleString __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__`);

const byTable = new Map<string, ReadonlySet<string>>(
  Object.entries({
    function: names('prototype call apply bind arguments caller'),
    string:
      names(`localeCompare match matchAll search toLocaleUpperCase toLocaleLowerCase anchor big
    blink bold fixed fontcolor fontsize italics link small strike sub sup trimLeft trimRight`),
    map: names('getOrInsert getOrInsertComputed'),
    set: names(`union intersection difference symmetricDifference isSubsetOf isSupersetOf
    isDisjointFrom`),
    error: names('stack'),
    iterator: names('map filter take drop flatMap reduce toArray forEach some every find'),
  }),
);

/** Members of library objects that this language leaves out. */
const byOwner = new Map<string, ReadonlySet<string>>(
  Object.entries({
    Object: names(`create defineProperty defineProperties freeze isFrozen seal isSealed
    preventExtensions isExtensible getPrototypeOf setPrototypeOf getOwnPropertyDescriptor
    getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols is hasOwn groupBy prototype`),
    Array: names('fromAsync prototype'),
    String: names('raw prototype'),
    Map: names('groupBy prototype'),
    Math: names('f16round sumPrecise'),
    JSON: names('rawJSON isRawJSON'),
    Error: names('captureStackTrace stackTraceLimit isError prototype'),
  }),
);

/**
 * Refuses a name that JavaScript has on such a value and this language has not: answering
 * `undefined` would be quietly different (L3, L7).
 */
export function refuseAbsent(table: string, key: string): void {
  if (everywhere.has(key) || byTable.get(table)?.has(key) === true) {
    unsupported('unsupported-member', { name: key });
  }
}

/** The same for members of library objects such as `Object.freeze`. */
export function refuseAbsentMember(owner: string, key: string): void {
  if (byOwner.get(owner)?.has(key) === true) unsupported('unsupported-member', { name: key });
}

/** Global names of JavaScript, the page and the process that this language leaves out (L3). */
export const absentGlobals = names(`Function eval Date RegExp Symbol Promise Proxy Reflect WeakMap
  WeakSet WeakRef FinalizationRegistry BigInt BigInt64Array BigUint64Array ArrayBuffer
  SharedArrayBuffer Atomics DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float16Array Float32Array Float64Array AggregateError Iterator Intl
  WebAssembly globalThis window self frames parent top document navigator location history
  localStorage sessionStorage indexedDB XMLHttpRequest fetch WebSocket Worker SharedWorker
  postMessage importScripts setTimeout setInterval setImmediate clearTimeout clearInterval
  clearImmediate queueMicrotask requestAnimationFrame cancelAnimationFrame structuredClone alert
  confirm prompt console process require module exports global Buffer performance crypto encodeURI
  encodeURIComponent decodeURI decodeURIComponent escape unescape arguments toString valueOf
  hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString constructor __proto__
  __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__`);
