import type { PerSeat, Seat } from '../../shared/base/ids.ts';
import type { Battle, BattleEvent, Cell, Direction } from '../../shared/battle/types.ts';
import type { AnimationPlan } from './cues.ts';
import type { Theme } from './drawings.ts';
import { frameAt } from './frame-at.ts';
import { restFrame, type Mood } from './frame.ts';
import { moodFrame, moodTime } from './moods.ts';
import { pictureOf } from './picture.ts';
import { planTurn } from './plan.ts';
import { makePlayer, pagePulse } from './player.ts';
import { watchPointer } from './pointer.ts';
import { openView } from './view.ts';

export type { Mood, Theme };

/** A turn to be drawn at any point of its motion. */
export interface PosedTurn {
  readonly before: Battle;
  readonly events: readonly BattleEvent[];
  readonly after: Battle;
}

/** The drawn field. It shows one battle at a time and moves only while something happens. */
export interface Stage {
  /** Shows this battle at once, without motion. */
  show(battle: Battle): void;
  /**
   * Plays one turn within `duration` ms and resolves when it is done or skipped. A newer call ends
   * the running one at once. With reduced motion or in a hidden tab it shows `after` directly.
   */
  play(
    before: Battle,
    events: readonly BattleEvent[],
    after: Battle,
    duration: number,
  ): Promise<void>;
  /**
   * Draws a turn at a point of its motion, from 0 (before it) to 1 (after it), with figures in these
   * moods; nothing moves by itself. With reduced motion every point is the last one.
   */
  pose(turn: PosedTurn, time: number, moods: PerSeat<Mood>): void;
  /** The canvas; in the task in which something was drawn its picture can be copied. */
  canvas(): HTMLCanvasElement;
  /**
   * Draws the way of a program faintly on the field (R31): its cells in order from where the figure
   * stands, and where it leaves the field at the last one. Null clears it.
   */
  preview(seat: Seat, cells: readonly Cell[] | null, fallsAt?: Direction | null): void;
  /**
   * How a figure holds itself between turns. A new mood is acted out once, after the turn that is
   * running. `scratching` before a turn turns its waiting into head-scratching.
   */
  mood(seat: Seat, mood: Mood): void;
  /** Reports clicks and taps on cells, with the cell under the pointer marked. Null ends that. */
  onCell(listener: ((cell: Cell) => void) | null): void;
  setTheme(theme: Theme): void;
  setReducedMotion(on: boolean): void;
  /** Fits the drawing to its host again; the stage also notices by itself. */
  resize(): void;
  destroy(): void;
}

export interface StageOptions {
  readonly theme: Theme;
  readonly reducedMotion: boolean;
}

/** Makes a stage that fills `host`. Rejects when the drawings cannot be loaded. */
export async function createStage(host: HTMLElement, options: StageOptions): Promise<Stage> {
  const view = await openView(host, options.theme, !options.reducedMotion);
  const player = makePlayer(pagePulse());
  let still = options.reducedMotion;
  let battle: Battle | null = null;
  let turnRuns = false;
  let turns = 0;
  /** Those whose new mood has not been acted out to its end. */
  let fresh: readonly Seat[] = [];
  let moods: { readonly [Name in Seat]: Mood } = { salesforce: 'calm', heroku: 'calm' };

  const motionless = (): boolean => still || document.hidden;
  const rest = (): void => {
    if (battle) view.draw(restFrame(pictureOf(battle), moods));
  };
  const onVisibility = (): void => {
    if (document.hidden) player.finish();
    view.holdStill(motionless());
  };
  view.holdStill(motionless());
  document.addEventListener('visibilitychange', onVisibility);
  const pointer = watchPointer(view);

  function show(next: Battle): void {
    player.finish();
    battle = next;
    view.setGround(next);
    view.stir();
    rest();
  }

  /** Everybody whose mood is new shows it, together; without motion they just have it. */
  function actMoods(): void {
    const actors = fresh;
    player.finish();
    if (!battle || actors.length === 0 || motionless()) {
      fresh = [];
      rest();
      return;
    }
    fresh = actors;
    const resting = restFrame(pictureOf(battle), moods);
    void player.run(moodTime, (time) => {
      if (time >= 1) fresh = [];
      view.draw(actors.reduce((frame, seat) => moodFrame(frame, seat, moods[seat], time), resting));
    });
  }

  let posed: { readonly turn: PosedTurn; readonly plan: AnimationPlan } | null = null;

  /** The plan of a turn; the same turn is asked for again at every frame. */
  function planOf(turn: PosedTurn, scratching: PerSeat<boolean>): AnimationPlan {
    if (posed?.turn !== turn) {
      posed = { turn, plan: planTurn(turn.before, turn.events, turn.after, scratching) };
    }
    return posed.plan;
  }

  return {
    show,
    pose: (turn, time, wanted) => {
      player.finish();
      turnRuns = false;
      fresh = [];
      moods = wanted;
      battle = turn.after;
      view.setGround(turn.after);
      if (time >= 1 || still) {
        rest();
        return;
      }
      const plan = planOf(turn, {
        salesforce: wanted.salesforce === 'scratching',
        heroku: wanted.heroku === 'scratching',
      });
      view.stir();
      view.draw(frameAt(plan, Math.max(0, time), wanted));
    },
    canvas: () => view.canvas(),
    play: async (before, events, after, duration) => {
      player.finish();
      if (motionless() || duration <= 0) {
        show(after);
        return;
      }
      battle = after;
      view.setGround(after);
      view.stir();
      const plan = planTurn(before, events, after, {
        salesforce: moods.salesforce === 'scratching',
        heroku: moods.heroku === 'scratching',
      });
      const mine = ++turns;
      turnRuns = true;
      await player.run(duration, (time) => {
        if (time < 1) view.draw(frameAt(plan, time, moods));
        else {
          turnRuns = false;
          rest();
        }
      });
      if (mine === turns && !turnRuns) actMoods();
    },
    preview: (seat, cells, fallsAt = null) => {
      if (view.setTrail(seat, cells && { cells, fallsAt })) view.stir();
    },
    mood: (seat, mood) => {
      if (moods[seat] === mood) return;
      moods = { ...moods, [seat]: mood };
      const others = fresh.filter((other) => other !== seat);
      fresh = mood === 'calm' ? others : [...others, seat];
      if (!turnRuns) actMoods();
    },
    onCell: (listener) => pointer.listen(listener),
    setTheme: (theme) => view.setTheme(theme),
    setReducedMotion: (on) => {
      still = on;
      if (on) player.finish();
      view.setTrembling(!on);
      view.holdStill(motionless());
    },
    resize: () => view.resize(),
    destroy: () => {
      player.finish();
      document.removeEventListener('visibilitychange', onVisibility);
      pointer.destroy();
      view.destroy();
    },
  };
}
