import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import { boardText, type Battle, type Cell } from '../../../shared/battle/index.ts';
import { Drawing } from '../../ui/drawing.tsx';

export interface ExampleFieldProps {
  readonly battle: Battle;
  readonly label: string;
}

/** A small field of an example: the drawings of the game on a grid, moved by the page itself. */
export function ExampleField({ battle, label }: ExampleFieldProps): VNode {
  const { width, height, walls, gold, bug, figures } = battle;
  const at = ({ x, y }: Cell) => ({ '--x': String(x), '--y': String(y) });
  const turned = { up: 0, right: 90, down: 180, left: 270 }[bug.facing];
  return (
    <div
      class="example-field"
      role="img"
      aria-label={`${label}\n${boardText(battle)}`}
      style={{ '--columns': String(width), '--rows': String(height) }}
    >
      {walls.map((cell) => (
        <span key={`wall ${cell.x} ${cell.y}`} class="example-thing" style={at(cell)}>
          <Drawing sheet="things" frame={cell.x % 2 === cell.y % 2 ? 'wall-a' : 'wall-b'} />
        </span>
      ))}
      {gold.map(({ at: cell, points, sealed }) => (
        <span key={`gold ${cell.x} ${cell.y}`} class="example-thing" style={at(cell)}>
          <Drawing sheet="things" frame={sealed ? 'gold-sealed' : `gold-${points ?? 10}`} />
        </span>
      ))}
      <span class="example-thing example-mover" style={at(bug.at)}>
        <span class="example-bug" style={{ rotate: `${turned}deg` }}>
          <Drawing sheet="things" frame="bug-a" />
        </span>
      </span>
      {seats.map((seat) => {
        const { at: cell, out } = figures[seat];
        const frame = out === null ? 'stand' : out === 'fallen' ? 'fall' : 'caught';
        return (
          <span key={seat} class="example-thing example-mover example-figure" style={at(cell)}>
            <Drawing sheet={seat} frame={frame} />
          </span>
        );
      })}
    </div>
  );
}
