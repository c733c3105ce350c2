import {
  isWall,
  neighbour,
  playTurn,
  startBattle,
  type Battle,
  type Direction,
  type Field,
  type Settings,
} from '../../shared/battle/index.ts';

type Way = Direction | 'wait';

/** What S presses in the pictured match. */
export const pressedByS: readonly Direction[] = ['right', 'down', 'left', 'up', 'up', 'right'];

/** What H types there: a command, a slip of the finger, a loop. */
export const typedByH = `p.left();
p.dwn();
for (let i = 0; i < 3; i++) {
if (p.look("up") === "wall") p.right();
else p.up();
}
p.down(2);
`;

/** What comes of H's program, turn by turn. */
function wayOfH(battle: Battle): Way {
  const { turn, figures } = battle;
  if (turn === 0) return 'left';
  if (turn >= 2 && turn < 5) {
    return isWall(battle, neighbour(figures.heroku.at, 'up')) ? 'right' : 'up';
  }
  return turn === 5 || turn === 6 ? 'down' : 'wait';
}

/** A field on which these two programs make a match: gold for both, a wall bumped into, and no early end. */
export function isLively(field: Field, settings: Settings): boolean {
  let battle = begun(field, settings);
  let bumped = false;
  for (let turn = 0; turn < settings.turns; turn++) {
    const actions = { salesforce: pressedByS[turn] ?? 'wait', heroku: wayOfH(battle) } as const;
    const played = playTurn(battle, actions);
    battle = played.battle;
    const { salesforce, heroku } = battle.figures;
    if (salesforce.out !== null || heroku.out !== null) return false;
    bumped ||= played.events.some(({ kind }) => kind === 'bumped');
    if (turn === 5 && !(bumped && salesforce.points > 0 && heroku.points > 0)) return false;
  }
  return true;
}

/** A field on which the bug comes by where H stands and waits. */
export function isDeadly(field: Field, settings: Settings): boolean {
  let battle = begun(field, settings);
  for (let turn = 0; turn < 12; turn++) {
    battle = playTurn(battle, { salesforce: 'wait', heroku: 'wait' }).battle;
    const { salesforce, heroku } = battle.figures;
    if (salesforce.out !== null) return false;
    if (heroku.out !== null) return turn > 2;
  }
  return false;
}

function begun(field: Field, settings: Settings): Battle {
  const gold = field.gold.map((piece) => ({ ...piece, points: piece.points ?? 10, sealed: false }));
  return startBattle({ ...field, gold }, settings);
}
