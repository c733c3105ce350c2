import { afterEach, expect, test } from 'vitest';
import { parseBoard } from '../../../shared/battle/index.ts';
import { language } from '../../i18n/language.ts';
import { fieldInWords } from './field-sentences.ts';

afterEach(() => {
  language.value = 'en';
});

test('R35 the field is told in sentences, row by row', () => {
  const { summary, rows } = fieldInWords(parseBoard('# # 2 S\n. . . .\n> # ?3 H'));
  expect(summary).toBe(
    'Salesforce stands in column 4, row 1 and has 0 points. ' +
      'Heroku stands in column 4, row 3 and has 0 points. ' +
      'The bug is in column 1, row 3, looking right. Gold left: 2, of which sealed: 1.',
  );
  expect(rows).toEqual([
    'Row 1: walls in columns 1 to 2, 20 points in column 3, Salesforce in column 4.',
    'Row 2: empty.',
    'Row 3: the bug in column 1, wall in column 2, sealed gold in column 3, Heroku in column 4.',
  ]);
});

test('R24 R26 who is out is told so and stands nowhere', () => {
  const battle = parseBoard('S . H\n. > .');
  const { salesforce, heroku } = battle.figures;
  const figures = {
    salesforce: { ...salesforce, points: 30, out: 'fallen' },
    heroku: { ...heroku, out: 'caught' },
  } as const;
  const { summary, rows } = fieldInWords({ ...battle, figures });
  expect(summary).toContain('Salesforce has fallen off the field, with 30 points.');
  expect(summary).toContain('Heroku was caught by the bug, with 0 points.');
  expect(rows[0]).toBe('Row 1: empty.');
});

test('R9 a bag whose value is known here is told as sealed all the same', () => {
  const battle = parseBoard('S ?3 H\n. > .');
  expect(fieldInWords(battle).rows[0]).toContain('sealed gold in column 2');
});

test('R35 in Japanese', () => {
  language.value = 'ja';
  expect(fieldInWords(parseBoard('# # 2 S\n> # . H')).rows).toEqual([
    '1 行目：1〜2 列に壁、3 列に20 点の金、4 列にSalesforce。',
    '2 行目：1 列にてんとう虫、2 列に壁、4 列にHeroku。',
  ]);
});
