import type { OpName } from './ops.ts';

/** Instruction of a binary operator, with both operands in registers. */
export const binaryOps: Readonly<Record<string, OpName>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Pow',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
  '<<': 'Shl',
  '>>': 'Shr',
  '>>>': 'UShr',
  '<': 'Lt',
  '<=': 'Le',
  '>': 'Gt',
  '>=': 'Ge',
  '==': 'Eq',
  '!=': 'Ne',
  '===': 'SEq',
  '!==': 'SNe',
  in: 'In',
  instanceof: 'InstanceOf',
};

/** Instruction of a binary operator whose right operand is a small integer in the code. */
export const immediateOps: Readonly<Record<string, OpName>> = {
  '+': 'AddI',
  '-': 'SubI',
  '*': 'MulI',
  '/': 'DivI',
  '%': 'ModI',
  '&': 'BitAndI',
  '|': 'BitOrI',
  '<<': 'ShlI',
  '>>': 'ShrI',
  '>>>': 'UShrI',
};

interface Fused {
  /** Jumps when the comparison holds. */
  readonly yes: OpName;
  /** Jumps when it does not (also for NaN). */
  readonly no: OpName;
}

/** Comparison and jump in one, operands in registers. */
export const fusedOps: Readonly<Record<string, Fused>> = {
  '<': { yes: 'JLt', no: 'JNotLt' },
  '<=': { yes: 'JLe', no: 'JNotLe' },
  '>': { yes: 'JGt', no: 'JNotGt' },
  '>=': { yes: 'JGe', no: 'JNotGe' },
  '===': { yes: 'JSEq', no: 'JSNe' },
  '!==': { yes: 'JSNe', no: 'JSEq' },
};

/** Comparison with a small integer and jump in one. */
export const fusedImmediateOps: Readonly<Record<string, Fused>> = {
  '<': { yes: 'JLtI', no: 'JNotLtI' },
  '<=': { yes: 'JLeI', no: 'JNotLeI' },
  '>': { yes: 'JGtI', no: 'JNotGtI' },
  '>=': { yes: 'JGeI', no: 'JNotGeI' },
  '===': { yes: 'JSEqI', no: 'JSNeI' },
  '!==': { yes: 'JSNeI', no: 'JSEqI' },
};

export const unaryOps: Readonly<Record<string, OpName>> = {
  '-': 'Neg',
  '+': 'Plus',
  '~': 'BitNot',
  '!': 'Not',
  typeof: 'TypeOf',
};
