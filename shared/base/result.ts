/** Facts a message to a person needs; the words are chosen per viewer (R35). */
export type Details = Readonly<Record<string, string | number>>;

/** An expected "no": a stable code and the facts its message needs. Never an exception (A17). */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly details: Details;
}

/** A value, or the reason why there is none. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** A success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An expected failure with its stable code. */
export function refused<Code extends string>(
  code: Code,
  details: Details = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, details } };
}

/** Marks a case that the types rule out; reached only by a defect of ours. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
