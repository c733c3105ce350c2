import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Receiver } from '../../shared/program/reference/index.ts';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Variables that are made of each other are followed so far and no further. */
const deepest = 5;

/** Kinds of what calls answer, by the name that is called. */
const answers: Readonly<Record<string, Receiver>> = {
  'field.gold': 'array',
  'field.at': 'string',
  'p.look': 'string',
  'p.up': 'number',
  'p.down': 'number',
  'p.left': 'number',
  'p.right': 'number',
  'p.wait': 'number',
  'Object.keys': 'array',
  'Object.values': 'array',
  'Object.entries': 'array',
  'Array.from': 'array',
  'Array.of': 'array',
  'JSON.stringify': 'string',
  Array: 'array',
  String: 'string',
  Number: 'number',
  parseInt: 'number',
  parseFloat: 'number',
};

/** Kinds of what methods answer that are the same for every kind of value. */
const methodAnswers: Readonly<Record<string, Receiver>> = Object.fromEntries([
  ...'map filter sort toSorted reverse toReversed flat flatMap splice toSpliced fill with split'
    .split(' ')
    .map((name) => [name, 'array'] as const),
  ...'join toString toFixed toPrecision toUpperCase toLowerCase trim trimStart trimEnd replace replaceAll repeat padStart padEnd charAt substring'
    .split(' ')
    .map((name) => [name, 'string'] as const),
  ...'indexOf lastIndexOf findIndex findLastIndex push unshift charCodeAt codePointAt'
    .split(' ')
    .map((name) => [name, 'number'] as const),
  ...['keys', 'values', 'entries'].map((name) => [name, 'iterator'] as const),
]);

const types: Readonly<Record<string, Receiver>> = {
  Map: 'map',
  Set: 'set',
  Array: 'array',
  Error: 'error',
  TypeError: 'error',
  RangeError: 'error',
};

/** The kind of the value before the dot at an offset, as far as it can be seen; else null. */
export function kindOf(state: EditorState, dot: number): Receiver | null {
  const node = syntaxTree(state).resolveInner(dot + 1, -1);
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name !== 'MemberExpression') continue;
    const object = at.firstChild;
    if (object !== null && object.to <= dot) return kindOfNode(state, object, 0);
  }
  return null;
}

function kindOfNode(state: EditorState, node: SyntaxNode, depth: number): Receiver | null {
  if (depth > deepest) return null;
  const text = (part: SyntaxNode): string => state.sliceDoc(part.from, part.to);
  switch (node.name) {
    case 'ArrayExpression':
      return 'array';
    case 'String':
    case 'TemplateString':
      return 'string';
    case 'Number':
      return 'number';
    case 'BooleanLiteral':
      return 'boolean';
    case 'ObjectExpression':
      return 'object';
    case 'ArrowFunction':
    case 'FunctionExpression':
      return 'function';
    case 'ParenthesizedExpression': {
      const inner = node.firstChild?.nextSibling;
      return inner ? kindOfNode(state, inner, depth + 1) : null;
    }
    case 'NewExpression': {
      const type = node.getChild('VariableName');
      return (type === null ? undefined : types[text(type)]) ?? null;
    }
    case 'CallExpression': {
      const called = node.firstChild;
      return called === null ? null : kindOfCall(state, called, text(called), depth);
    }
    case 'MemberExpression':
      return /\.(length|size|x|y|points|now|last|width|height)$/.test(text(node)) ? 'number' : null;
    case 'VariableName':
      return kindOfVariable(state, text(node), depth);
    default:
      return null;
  }
}

function kindOfCall(
  state: EditorState,
  called: SyntaxNode,
  name: string,
  depth: number,
): Receiver | null {
  const known = answers[name];
  if (known !== undefined) return known;
  if (name.startsWith('Math.')) return 'number';
  const object = called.name === 'MemberExpression' ? called.firstChild : null;
  if (object === null) return null;
  const method = name.slice(name.lastIndexOf('.') + 1);
  // These answer the kind of value they are called on.
  if (method === 'slice' || method === 'concat') return kindOfNode(state, object, depth + 1);
  return methodAnswers[method] ?? null;
}

/** The kind of the first value a variable is given where it is declared. */
function kindOfVariable(state: EditorState, name: string, depth: number): Receiver | null {
  let found: Receiver | null = null;
  syntaxTree(state).iterate({
    enter: ({ name: type, from, to, node }) => {
      if (found !== null) return false;
      if (type !== 'VariableDefinition' || state.sliceDoc(from, to) !== name) return true;
      if (node.parent?.name === 'FunctionDeclaration') found = 'function';
      const value = node.nextSibling?.name === 'Equals' ? node.nextSibling.nextSibling : null;
      if (value) found = kindOfNode(state, value, depth + 1);
      return false;
    },
  });
  return found;
}
