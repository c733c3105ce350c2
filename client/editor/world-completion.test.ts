import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { worldCompletion } from './world-completion.ts';

const complete = (text: string, explicit = false, language: 'en' | 'ja' = 'en') => {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, explicit);
  return worldCompletion(() => language)(context);
};
const labels = (text: string, explicit = false): string[] =>
  complete(text, explicit)?.options.map(({ label }) => label) ?? [];

test('R22 after p. the commands and sensors are offered with their help', () => {
  expect(labels('p.')).toEqual(
    expect.arrayContaining(['up', 'down', 'left', 'right', 'wait', 'look']),
  );
  const up = complete('p.')?.options.find(({ label }) => label === 'up');
  expect(up).toMatchObject({ apply: 'up()', type: 'method' });
  expect(up?.info).not.toBe('');
  const japanese = complete('p.', false, 'ja')?.options.find(({ label }) => label === 'up');
  expect(japanese?.info).not.toBe(up?.info);
});

test('R22 a member begun is completed from its dot', () => {
  expect(complete('let a = p.u')?.from).toBe('let a = p.'.length);
});

test('L4 the groups of the world are offered by themselves, once', () => {
  const found = labels('', true);
  expect(found).toEqual(expect.arrayContaining(['p', 'rival', 'bug', 'field', 'turn']));
  expect(new Set(found).size).toBe(found.length);
  expect(labels('')).toEqual([]);
});

test('nothing is offered after names the world does not have', () => {
  expect(complete('other.')).toBeNull();
});
