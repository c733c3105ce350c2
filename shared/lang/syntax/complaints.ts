import type { Details } from '../../base/result.ts';

/** How the parser begins a complaint, and the code for it with the fact found in the brackets. */
type Complaint = readonly [begins: RegExp, code: string, fact?: string];

const complaints: readonly Complaint[] = [
  [/^'return' outside/, 'return-outside'],
  [/^Unsyntactic (\w+)/, 'leave-outside', 'word'],
  [/^Identifier directly after number/, 'name-after-number'],
  [
    /^(?:Invalid number|Expected number in radix|Numeric separator|Octal literal in strict)/,
    'bad-number',
  ],
  [
    /^(?:Bad (?:character )?escape|Code point out of|Invalid Unicode escape|Octal literal)/,
    'bad-escape',
  ],
  [/^(?:Expecting Unicode escape|Invalid Unicode)/, 'bad-escape'],
  [/^Label '(.+)' is/, 'label-twice', 'name'],
  [
    /^(?:Assigning to|Binding |Only '=' operator|Optional chaining cannot appear in left)/,
    'bad-target',
  ],
  [/^(?:Complex binding patterns|Missing initializer)/, 'missing-value'],
  [/^(?:The keyword|Unexpected keyword) '(.+)'/, 'reserved-word', 'name'],
  [/^(let) is disallowed/, 'reserved-word', 'name'],
  [/^(?:Comma is not permitted after|Rest elements cannot)/, 'rest-not-last'],
  [/^Shorthand property/, 'shorthand-value'],
  [/^Multiple default/, 'default-twice'],
  [/^Logical expressions and coalesce/, 'mixed-nullish'],
  [/^Illegal newline after throw/, 'throw-newline'],
  [/^Parenthesized pattern/, 'bad-target'],
  [/^Escape sequence in keyword (\w+)/, 'reserved-word', 'name'],
  [/^(?:'with' in strict|Deleting local|Illegal 'use strict')/, 'strict-mode'],
  [/^(?:Private field|'super'|'new\.target'|super\(\))/, 'classes-only'],
];

/** Code and facts of a complaint of the parser; null for those that nobody meets by mistake. */
export function complaintCode(message: string): readonly [code: string, details: Details] | null {
  for (const [begins, code, fact] of complaints) {
    const found = begins.exec(message);
    if (found === null) continue;
    return [code, fact === undefined ? {} : { [fact]: found[1] ?? '' }];
  }
  return null;
}
