import type { HostNames } from '../lang/index.ts';
import { commands } from './commands.ts';
import type { MemberEntry, WorldEntry, WorldMember, WorldView } from './entry.ts';
import { sensors } from './sensors.ts';

const groups: readonly WorldEntry[] = [
  group('p', 'Your character.', '自分のキャラクター。'),
  group('rival', 'The other character.', '相手のキャラクター。'),
  group('bug', 'The ladybug.', 'てんとう虫。'),
  group('field', 'The field.', 'フィールド。'),
  group('turn', 'The turns of the match.', '試合のターン。'),
];

const members: readonly MemberEntry[] = [...commands, ...sensors];

/** Every name a program sees with its help (L4, R21): groups first, then their members. */
export const worldTable: readonly WorldEntry[] = [...groups, ...members];

/** The names of the table as the language takes them; the host they read is one seat's view. */
export const worldNames: HostNames<WorldView> = namesOf(members);

function namesOf(entries: readonly MemberEntry[]): HostNames<WorldView> {
  const top: Record<string, WorldMember> = {};
  const inGroups: Record<string, Record<string, WorldMember>> = {};
  for (const { name, member } of entries) {
    const [first = '', second] = name.split('.');
    if (second === undefined) {
      top[first] = member;
    } else {
      const group = (inGroups[first] ??= {});
      group[second] = member;
      top[first] = { kind: 'group', members: group };
    }
  }
  return top;
}

function group(name: string, en: string, ja: string): WorldEntry {
  return { name, kind: 'group', signature: name, help: { en, ja } };
}
