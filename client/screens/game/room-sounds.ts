import { effect } from '@preact/signals';
import { seatsOf } from '../../../shared/room/index.ts';
import { turnSounds } from '../../sound/cues.ts';
import { hear } from '../../sound/index.ts';
import { pressingSeconds, secondsLeft } from './clock-text.ts';
import type { RoomScreen } from './room-context.ts';

/** Letters of the other side are heard no closer together than this. Milliseconds. */
const tickRest = 60;

/** Makes a room heard: letters of the other side, turns, last seconds, start, result, talk. */
export function soundRoom({ client, field, now }: RoomScreen): () => void {
  let lastTick = 0;
  const stops = [
    client.onEntry(({ entry, after, live }) => {
      if (!live) return;
      if (entry.kind === 'program edited') {
        const me = client.me.peek();
        const mine = me === null ? [] : seatsOf(after, me);
        if (mine.includes(entry.seat) || performance.now() - lastTick < tickRest) return;
        lastTick = performance.now();
        hear('tick');
      }
      if (entry.kind === 'coding started') hear('go');
    }),
    effect(() => {
      const told = field.told.value;
      if (told === null) return;
      const turnTime = client.state.peek()?.settings.turnTime ?? 0;
      for (const { name, at } of turnSounds(told.events, told.erred)) {
        hear(name, (at * turnTime * 0.85) / 1000);
      }
    }),
    hearCountdown(client, now),
    hearPhases(client, field),
    hearTalk(client),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function hearCountdown(client: RoomScreen['client'], now: RoomScreen['now']): () => void {
  let last = 0;
  return effect(() => {
    const phase = client.state.value?.phase;
    if (phase?.kind !== 'coding') return;
    const seconds = secondsLeft(phase.endsAt - now.value);
    if (seconds < last && seconds > 0 && seconds <= pressingSeconds) hear('count');
    last = seconds;
  });
}

function hearPhases(client: RoomScreen['client'], field: RoomScreen['field']): () => void {
  let last = client.state.peek()?.phase.kind;
  return effect(() => {
    const phase = client.state.value?.phase;
    const resting = field.resting.value;
    if (phase === undefined || phase.kind === last) return;
    if (phase.kind === 'result' && !resting) return;
    if (phase.kind === 'running') hear('go');
    if (phase.kind === 'result' && last === 'running') {
      hear(phase.outcome.kind === 'draw' ? 'draw' : 'win', 0.3);
    }
    last = phase.kind;
  });
}

function hearTalk(client: RoomScreen['client']): () => void {
  let last = client.chat.peek().at(-1)?.id ?? 0;
  return effect(() => {
    const newest = client.chat.value.at(-1);
    if (newest === undefined || newest.id <= last) return;
    last = newest.id;
    if (newest.from !== client.me.peek()) hear('talk');
  });
}
