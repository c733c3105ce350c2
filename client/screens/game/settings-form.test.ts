import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/battle/index.ts';
import { draftOf, readDraft, refusedField, rememberedSettings } from './settings-form.ts';

const usual = draftOf(defaultSettings);

describe('R6 the form of the settings', () => {
  it('shows coding time in seconds and reads back what it shows', () => {
    expect(usual.codingTime).toBe('30');
    expect(readDraft(usual)).toEqual({ ok: true, value: defaultSettings });
  });

  it('takes full-width digits and blanks around', () => {
    const read = readDraft({ ...usual, width: ' １２ ' });
    expect(read.ok && read.value.width).toBe(12);
  });

  it.each([
    ['width', '', 'setting-not-whole'],
    ['width', 'eight', 'setting-not-whole'],
    ['width', '1e1', 'setting-not-whole'],
    ['width', '0x10', 'setting-not-whole'],
    ['height', '8.5', 'setting-not-whole'],
    ['gold', '-1', 'setting-out-of-range'],
    ['turns', '0', 'setting-out-of-range'],
    ['codingTime', '4', 'setting-out-of-range'],
    ['walls', '60', 'setting-does-not-fit'],
    ['layout', 'spiral', 'setting-unknown-layout'],
  ] as const)('R7 %s “%s” is refused beside its field', (field, text, code) => {
    const read = readDraft({ ...usual, [field]: text });
    if (read.ok) throw new Error('it was taken');
    expect(read.refusal.code).toBe(code);
    expect(refusedField(read.refusal)).toBe(field);
  });
});

describe('R6 the last used settings', () => {
  it('are taken when they still are settings', () => {
    expect(rememberedSettings({ ...defaultSettings, width: 12 })?.width).toBe(12);
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { ...defaultSettings, width: 2 },
    { ...defaultSettings, gold: '9' },
  ])('are forgotten when they are %j', (value) => {
    expect(rememberedSettings(value)).toBeNull();
  });
});
