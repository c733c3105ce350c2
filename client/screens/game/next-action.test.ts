import { describe, expect, it } from 'vitest';
import { anna, ben, cleo, RoomStory } from '../../../shared/room/testing/story.ts';
import { maySettle, nextAction } from './next-action.ts';

describe('one obvious button at any time', () => {
  it('R2 an empty room offers its first free seat', () => {
    const { state } = new RoomStory();
    expect(nextAction(state, anna.id)).toEqual({ kind: 'take seat', seat: 'salesforce' });
    expect(nextAction(state, null)).toEqual({ kind: 'take seat', seat: 'salesforce' });
  });

  it('R2 of two free seats the one is offered whose side is shown, a taken one never', () => {
    const story = new RoomStory();
    expect(nextAction(story.state, anna.id, 'heroku')).toEqual({
      kind: 'take seat',
      seat: 'heroku',
    });
    story.sits(ben, 'heroku');
    expect(nextAction(story.state, anna.id, 'heroku')).toEqual({
      kind: 'take seat',
      seat: 'salesforce',
    });
  });

  it('R11 whoever sits may start, alone too; the next one is offered the other seat', () => {
    const story = new RoomStory().sits(anna, 'salesforce');
    expect(nextAction(story.state, anna.id)).toEqual({ kind: 'start', alone: true });
    expect(nextAction(story.state, ben.id)).toEqual({ kind: 'take seat', seat: 'heroku' });
    story.sits(ben, 'heroku');
    expect(nextAction(story.state, anna.id)).toEqual({ kind: 'start', alone: false });
    expect(nextAction(story.state, cleo.id)).toEqual({ kind: 'watch' });
  });

  it('R12 in coding an owner says ready once, and then waits for the other', () => {
    const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
    expect(nextAction(story.state, anna.id)).toEqual({ kind: 'ready' });
    story.does({ kind: 'ready', by: anna.id });
    expect(nextAction(story.state, anna.id)).toEqual({ kind: 'wait for rival' });
    expect(nextAction(story.state, ben.id)).toEqual({ kind: 'ready' });
  });

  it('R13, R14 owners write on, and play again afterwards; others watch', () => {
    const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
    story.set({ turns: 2 }).starts().codingEnds();
    expect(nextAction(story.state, ben.id)).toEqual({ kind: 'write on' });
    expect(nextAction(story.state, cleo.id)).toEqual({ kind: 'watch' });
    story.turns();
    expect(nextAction(story.state, ben.id)).toEqual({ kind: 'play again' });
    expect(nextAction(story.state, cleo.id)).toEqual({ kind: 'watch' });
  });

  it('R6 while nobody sits anyone may change the settings, then only who does', () => {
    const story = new RoomStory();
    expect(maySettle(story.state, null)).toBe(true);
    story.sits(anna, 'heroku');
    expect(maySettle(story.state, anna.id)).toBe(true);
    expect(maySettle(story.state, cleo.id)).toBe(false);
  });
});
