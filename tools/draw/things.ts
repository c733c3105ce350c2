import { bug } from './bug.ts';
import { bonk, burst, crumbs, dots, puff, ring, shadow } from './effects.ts';
import { bar, gold, sealed, smallSealed } from './gold.ts';
import { penFor, type Pen } from './pen.ts';
import { drop, gain, goal, steps } from './prints.ts';
import { boulder, crate, smallWall, tuft, wall } from './scenery.ts';
import { sparkle } from './signs.ts';

/** Everything on the field that is not a figure, by the name of its frame. */
export function thingFrames(): Record<string, string> {
  const frames: Record<string, string> = {};
  const add = (name: string, draw: (pen: Pen) => string): void => {
    frames[name] = draw(penFor(name));
  };
  add('wall-a', (pen) => wall(pen, 0));
  add('wall-b', (pen) => wall(pen, 1));
  add('wall-c', (pen) => wall(pen, 2));
  add('crate-a', (pen) => crate(pen, 0));
  add('crate-b', (pen) => crate(pen, 1));
  add('crate-c', (pen) => crate(pen, 2));
  add('boulder-a', (pen) => boulder(pen, 0));
  add('boulder-b', (pen) => boulder(pen, 1));
  add('boulder-c', (pen) => boulder(pen, 2));
  add('wall-small', smallWall);
  add('gold-10', (pen) => gold(pen, '10'));
  add('gold-20', (pen) => gold(pen, '20'));
  add('gold-30', (pen) => gold(pen, '30'));
  add('gold-sealed', sealed);
  add('gold-small', (pen) => bar(pen, [61, 66], 1.75, 1.9));
  add('sealed-small', smallSealed);
  add('bug-a', (pen) => bug(pen, 0, false));
  add('bug-b', (pen) => bug(pen, 1, false));
  add('bug-bite', (pen) => bug(pen, 0, true));
  add('tuft-a', (pen) => tuft(pen, 5));
  add('tuft-b', (pen) => tuft(pen, 3));
  add('tuft-c', (pen) => tuft(pen, 7));
  add('burst', burst);
  add('bonk', bonk);
  add('dots', dots);
  add(
    'sparkle',
    (pen) => sparkle(pen, [64, 64], 30) + sparkle(pen, [98, 38], 14) + sparkle(pen, [34, 92], 16),
  );
  add('ring', ring);
  add('puff', puff);
  add('crumbs', crumbs);
  add('shadow', shadow);
  add('steps-salesforce', (pen) => steps(pen, 'salesforce'));
  add('steps-heroku', (pen) => steps(pen, 'heroku'));
  add('goal', goal);
  add('drop', drop);
  add('plus-10', (pen) => gain(pen, '+10'));
  add('plus-20', (pen) => gain(pen, '+20'));
  add('plus-30', (pen) => gain(pen, '+30'));
  return frames;
}
