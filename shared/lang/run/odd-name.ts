import { oddCharacter, oddCharacterIn } from '../characters.ts';
import { errorObject, GuestThrow } from './errors.ts';
import type { Place } from './state.ts';

/** The use of an unknown name with a full-width or invisible character in it (L8). */
export class OddName extends GuestThrow {
  private readonly name: string;
  private readonly offset: number;

  private constructor(name: string, offset: number, value: GuestThrow['value']) {
    super(value);
    this.name = name;
    this.offset = offset;
  }

  /** Throws when there is such a character in a name. */
  static check(type: string, name: string): void {
    const found = oddCharacterIn(name);
    if (found === null) return;
    const value = errorObject(type, ...oddCharacter(found.odd));
    throw new OddName(name, found.offset, value);
  }

  /** The place of the character in that of the name, unless the name is written by escapes. */
  within(place: Place): Place {
    const { closure, start, end } = place;
    if (closure.unit.chunk.source.slice(start, end) !== this.name) return place;
    return { closure, start: start + this.offset, end: start + this.offset + 1 };
  }
}
