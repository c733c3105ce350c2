/** Runs in the browser: plays turns on a real stage, for `bench/stage/index.ts`. */
import {
  defaultSettings,
  fieldFor,
  playTurn,
  startBattle,
  type Battle,
} from '../../shared/battle/index.ts';
import { createStage, type Stage } from '../../client/stage/index.ts';
import { planTurn } from '../../client/stage/plan.ts';
import { frameAt } from '../../client/stage/frame-at.ts';

const actions = ['right', 'down', 'left', 'up'] as const;
const calm = { salesforce: 'calm', heroku: 'calm' } as const;

/** Milliseconds of pure planning and posing of one turn's frames, without drawing. */
function planning(side: number, turns: number, frames: number): number {
  let battle = battleOf(side);
  const start = performance.now();
  for (let turn = 0; turn < turns; turn++) {
    const action = actions[turn % 4] ?? 'wait';
    const { battle: after, events } = playTurn(battle, { salesforce: action, heroku: action });
    const plan = planTurn(battle, events, after);
    for (let frame = 0; frame < frames; frame++) frameAt(plan, frame / frames, calm);
    battle = after;
  }
  return (performance.now() - start) / turns;
}

let opened: { readonly stage: Stage; battle: Battle } | null = null;

/** Opens a stage with a field of the given side. */
async function open(side: number): Promise<void> {
  const host = document.getElementById('host');
  if (host === null) throw new Error('no host');
  const stage = await createStage(host, { theme: 'light', reducedMotion: false });
  opened = { stage, battle: battleOf(side) };
  stage.show(opened.battle);
}

/** Plays turns on the open stage, each for `duration` ms. */
async function playing(turns: number, duration: number): Promise<void> {
  if (opened === null) throw new Error('no stage is open');
  for (let turn = 0; turn < turns; turn++) {
    const { battle: before } = opened;
    const action = actions[turn % 4] ?? 'wait';
    const { battle: after, events } = playTurn(before, { salesforce: action, heroku: action });
    await opened.stage.play(before, events, after, duration);
    opened.battle = after;
  }
}

function battleOf(side: number): Battle {
  const walls = Math.round(side * side * 0.15);
  const settings = {
    ...defaultSettings,
    width: side,
    height: side,
    walls,
    gold: Math.min(200, side * 3),
  };
  const { field } = fieldFor(settings, 'bench');
  // Nobody here could reveal what is sealed.
  const gold = field.gold.map(({ at, points }) => ({ at, points: points ?? 10, sealed: false }));
  return startBattle({ ...field, gold }, settings);
}

Object.assign(globalThis, { bench: { open, planning, playing } });
