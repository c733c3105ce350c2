/**
 * Instructions of the register machine. Each is one word followed by its operands: d, a, b are
 * registers, k an index into the constants, i an integer, t an offset in the code.
 */
export const opNames = [
  'Move', // d a
  'LoadK', // d k
  'LoadInt', // d i
  'LoadUndefined', // d
  'LoadNull', // d
  'LoadTrue', // d
  'LoadFalse', // d
  'LoadTdz', // d
  'GetGlobal', // d g
  'TypeofGlobal', // d g
  'SetGlobal', // g a
  'InitGlobal', // g a
  'DeleteGlobal', // d g
  'MakeCell', // d: a new cell that is not initialised
  'BoxCell', // d: moves the register's value into a new cell
  'CopyCell', // d: a new cell with the old one's value (one per iteration)
  'GetCell', // d a
  'SetCell', // a b: assigns, checks that it is initialised
  'InitCell', // a b
  'GetCapture', // d i
  'SetCapture', // i a
  'CheckTdz', // a
  'ThrowConst', // k name
  'Closure', // d i
  'Add', // d a b …
  'Sub',
  'Mul',
  'Div',
  'Mod',
  'Pow',
  'BitAnd',
  'BitOr',
  'BitXor',
  'Shl',
  'Shr',
  'UShr',
  'Lt',
  'Le',
  'Gt',
  'Ge',
  'Eq',
  'Ne',
  'SEq',
  'SNe',
  'In',
  'InstanceOf',
  'AddI', // d a i …
  'SubI',
  'MulI',
  'DivI',
  'ModI',
  'BitAndI',
  'BitOrI',
  'ShlI',
  'ShrI',
  'UShrI',
  'Neg', // d a …
  'Plus',
  'BitNot',
  'Not',
  'TypeOf',
  'ToText',
  'ToKey',
  'Inc', // d: in place
  'Dec',
  'Jmp', // t
  'Loop', // t: a jump back
  'JTrue', // a t …
  'JFalse',
  'JNullish',
  'JNotNullish',
  'JNotUndefined',
  'JLt', // a b t d: d and the jump that follows serve operands that are not numbers …
  'JNotLt',
  'JLe',
  'JNotLe',
  'JGt',
  'JNotGt',
  'JGe',
  'JNotGe',
  'JSEq',
  'JSNe',
  'JLtI', // a i t d …
  'JNotLtI',
  'JLeI',
  'JNotLeI',
  'JGtI',
  'JNotGtI',
  'JGeI',
  'JNotGeI',
  'JSEqI',
  'JSNeI',
  'GetProp', // d a k
  'GetKeyed', // d a b
  'GetLength', // d a
  'SetProp', // a k b
  'SetKeyed', // a b c
  'DeleteProp', // d a k
  'DeleteKeyed', // d a b
  'NewObject', // d
  'InitProp', // a k b
  'InitKeyed', // a b c
  'CopyProps', // a b: spread into a literal
  'RestProps', // d a i n: all but the n keys in registers from i
  'NewArray', // d i n: n registers from i
  'PushItem', // a b
  'PushHole', // a
  'PushAll', // a b: spread
  'RequireObject', // a: throws for null and undefined
  'Call', // d f argc
  'CallPlain', // d f argc: without `this`
  'CallList', // d f: f+2 holds the array of arguments
  'New', // d f argc
  'NewList', // d f
  'Return', // a
  'ReturnUndefined',
  'Throw', // a
  'Rethrow', // a
  'This', // d
  'Callee', // d
  'RestArgs', // d i
  'GetIterator', // d a
  'ForInKeys', // d a
  'IterNext', // d a t: jumps when done
  'IterRest', // d a
  'Intrinsic', // d i a argc
  'SetName', // a k: names an anonymous function of a computed key
  'HoistGlobal', // g a: a function of a block becomes a variable, unless a lexical name forbids it
] as const;

/** Name of an instruction. */
export type OpName = (typeof opNames)[number];

/** The number of each instruction: its place in `opNames` (a test compares them). */
export const Op = {
  Move: 0,
  LoadK: 1,
  LoadInt: 2,
  LoadUndefined: 3,
  LoadNull: 4,
  LoadTrue: 5,
  LoadFalse: 6,
  LoadTdz: 7,
  GetGlobal: 8,
  TypeofGlobal: 9,
  SetGlobal: 10,
  InitGlobal: 11,
  DeleteGlobal: 12,
  MakeCell: 13,
  BoxCell: 14,
  CopyCell: 15,
  GetCell: 16,
  SetCell: 17,
  InitCell: 18,
  GetCapture: 19,
  SetCapture: 20,
  CheckTdz: 21,
  ThrowConst: 22,
  Closure: 23,
  Add: 24,
  Sub: 25,
  Mul: 26,
  Div: 27,
  Mod: 28,
  Pow: 29,
  BitAnd: 30,
  BitOr: 31,
  BitXor: 32,
  Shl: 33,
  Shr: 34,
  UShr: 35,
  Lt: 36,
  Le: 37,
  Gt: 38,
  Ge: 39,
  Eq: 40,
  Ne: 41,
  SEq: 42,
  SNe: 43,
  In: 44,
  InstanceOf: 45,
  AddI: 46,
  SubI: 47,
  MulI: 48,
  DivI: 49,
  ModI: 50,
  BitAndI: 51,
  BitOrI: 52,
  ShlI: 53,
  ShrI: 54,
  UShrI: 55,
  Neg: 56,
  Plus: 57,
  BitNot: 58,
  Not: 59,
  TypeOf: 60,
  ToText: 61,
  ToKey: 62,
  Inc: 63,
  Dec: 64,
  Jmp: 65,
  Loop: 66,
  JTrue: 67,
  JFalse: 68,
  JNullish: 69,
  JNotNullish: 70,
  JNotUndefined: 71,
  JLt: 72,
  JNotLt: 73,
  JLe: 74,
  JNotLe: 75,
  JGt: 76,
  JNotGt: 77,
  JGe: 78,
  JNotGe: 79,
  JSEq: 80,
  JSNe: 81,
  JLtI: 82,
  JNotLtI: 83,
  JLeI: 84,
  JNotLeI: 85,
  JGtI: 86,
  JNotGtI: 87,
  JGeI: 88,
  JNotGeI: 89,
  JSEqI: 90,
  JSNeI: 91,
  GetProp: 92,
  GetKeyed: 93,
  GetLength: 94,
  SetProp: 95,
  SetKeyed: 96,
  DeleteProp: 97,
  DeleteKeyed: 98,
  NewObject: 99,
  InitProp: 100,
  InitKeyed: 101,
  CopyProps: 102,
  RestProps: 103,
  NewArray: 104,
  PushItem: 105,
  PushHole: 106,
  PushAll: 107,
  RequireObject: 108,
  Call: 109,
  CallPlain: 110,
  CallList: 111,
  New: 112,
  NewList: 113,
  Return: 114,
  ReturnUndefined: 115,
  Throw: 116,
  Rethrow: 117,
  This: 118,
  Callee: 119,
  RestArgs: 120,
  GetIterator: 121,
  ForInKeys: 122,
  IterNext: 123,
  IterRest: 124,
  Intrinsic: 125,
  SetName: 126,
  HoistGlobal: 127,
} as const satisfies Record<OpName, number>;
