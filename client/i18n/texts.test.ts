import { afterEach, describe, expect, it } from 'vitest';
import { chat } from './chat.ts';
import { common, seatNames } from './common.ts';
import { editor, padWords } from './editor.ts';
import { fieldWords } from './field.ts';
import { game } from './game.ts';
import { commands, helpSections, helpTitle, writing } from './help.ts';
import { home } from './home.ts';
import { invite } from './invite.ts';
import { learn, learnParts } from './learn.ts';
import { language, languages } from './language.ts';
import { languageHelp } from './language-help.ts';
import type { Texts } from './phrase.ts';
import { refusals, refusalText } from './refusals.ts';
import { replayRefusals, replayRefusalText } from './replay-refusals.ts';
import { matchTexts } from './matches.ts';
import { filmTexts, noteTexts, replayTexts } from './replay.ts';
import { settingsForm, settingsTexts } from './settings.ts';
import { sound } from './sound.ts';
import { joints, turns, ways } from './turns.ts';
import { watch } from './watch.ts';

afterEach(() => {
  language.value = 'en';
});

const tables: Readonly<Record<string, Texts>> = {
  chat,
  common,
  editor,
  fieldWords,
  filmTexts,
  game,
  home,
  invite,
  joints,
  learn,
  learnTasks: Object.fromEntries(
    Object.entries(learnParts).flatMap(([part, { task, why }]) => [
      [`${part} task`, task],
      [`${part} why`, why],
    ]),
  ),
  matchTexts,
  noteTexts,
  languageHelp,
  padWords,
  replayTexts,
  seatNames,
  settingsForm,
  settingsTexts,
  sound,
  turns,
  ways,
  watch,
};

const all = Object.entries(tables).flatMap(([table, texts]) =>
  Object.entries(texts).map(([name, text]) => ({ name: `${table}.${name}`, text })),
);

/** Every text as people read it; facts are the number 7. */
function spoken(text: Texts[string], which: 'en' | 'ja'): string {
  const words = text[which];
  if (typeof words === 'string') return words;
  return (words as (...facts: readonly unknown[]) => string)(7, 7, 7, 7);
}

/** Texts rightly without Japanese letters: names, numbers, joints, and what leads to English. */
const alike = new Set([
  'seatNames.salesforce',
  'seatNames.heroku',
  'common.switchLanguage',
  'common.switchLanguageHint',
  'settingsForm.range',
  'joints.afterCry',
]);

describe('R35 everything a person reads exists in both languages', () => {
  it.each(all)('$name', ({ name, text }) => {
    for (const which of languages) {
      if (name !== 'joints.afterCry') expect(spoken(text, which).trim()).not.toBe('');
      expect(spoken(text, which)).not.toMatch(/undefined|NaN|\[object/);
    }
    if (!alike.has(name))
      expect(spoken(text, 'ja')).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}、。]/u);
  });

  it('the rules have as many lines in each language', () => {
    const phrases = [
      helpTitle,
      ...writing,
      ...commands.map(([, words]) => words),
      ...helpSections.map(({ title }) => title),
      ...helpSections.flatMap(({ lines }) => lines),
    ];
    for (const phrase of phrases) {
      expect(phrase.en).not.toBe('');
      expect(phrase.ja).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    }
  });
});

describe('A17 every refusal says what is wrong, in both languages', () => {
  const details = {
    by: 'Anna',
    seat: 'heroku',
    field: 'gold',
    min: 3,
    max: 64,
    maximum: 20000,
    format: 9,
    known: 2,
    record: 4,
    at: 'records.3.at',
  };

  it.each(Object.keys({ ...refusals, ...replayRefusals }))('%s', (code) => {
    const facts = { ...details, reason: 'setting-out-of-range' };
    language.value = 'en';
    const english = replayRefusalText(code, facts);
    expect(english).toMatch(/[.!?]$/);
    expect(english).not.toMatch(/undefined|NaN/);
    language.value = 'ja';
    expect(replayRefusalText(code, facts)).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}].*。$/u);
  });

  it('R2 a taken seat says by whom', () => {
    expect(refusalText('seat-taken', { seat: 'heroku', by: 'Anna' })).toBe(
      'Heroku is already taken by Anna.',
    );
  });

  it('R7 refused settings name the field and what it may be', () => {
    const facts = { reason: 'setting-out-of-range', field: 'codingTime', min: 5000, max: 900000 };
    expect(refusalText('settings-refused', facts)).toBe('Coding time: from 5 to 900.');
  });

  it('a code nobody knows is named as it is', () => {
    expect(refusalText('made-up', {})).toContain('made-up');
  });
});
