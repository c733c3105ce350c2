import { describe, expect, it } from 'vitest';
import { replayPath, roomPath, routeOf } from './route.ts';

describe('R1 an address names a page', () => {
  it.each([
    ['/', { kind: 'home' }],
    ['/help', { kind: 'help' }],
    ['/ops', { kind: 'ops' }],
    ['/help/language', { kind: 'language' }],
    ['/help/other', { kind: 'not found' }],
    ['/game/kitchen-2', { kind: 'game', room: 'kitchen-2' }],
    ['/game/kitchen/', { kind: 'game', room: 'kitchen' }],
    ['/replay/abc', { kind: 'replay', match: 'abc' }],
    ['/replay', { kind: 'replay', match: null }],
    ['/game/two%20words', { kind: 'bad room', name: 'two words' }],
    ['/game/', { kind: 'bad room', name: '' }],
    ['/game/a%E2%80%AEb%E2%80%8B', { kind: 'bad room', name: 'ab' }],
    ['/game/%E0%A4%A', { kind: 'bad room', name: '%E0%A4%A' }],
    [`/game/${'x'.repeat(41)}`, { kind: 'bad room', name: 'x'.repeat(41) }],
    ['/game', { kind: 'not found' }],
    ['/game/a/b', { kind: 'not found' }],
    ['/replay/', { kind: 'not found' }],
    ['/elsewhere/a', { kind: 'not found' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  it('letters of any script make the way there and back', () => {
    expect(routeOf(roomPath('台所_1'))).toEqual({ kind: 'game', room: '台所_1' });
    expect(routeOf(replayPath('a b'))).toEqual({ kind: 'replay', match: 'a b' });
  });
});
