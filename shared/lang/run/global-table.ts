import type { Global } from './values.ts';

/** So many names are found as fast one by one as in an index, and take half the room. */
const withoutIndex = 16;

/** The global variables of a machine by name, in the order they came. */
export class GlobalTable {
  private list: Global[] = [];
  private index: Map<string, Global> | null = null;

  get all(): readonly Global[] {
    return this.list;
  }

  get(name: string): Global | undefined {
    if (this.index !== null) return this.index.get(name);
    for (const global of this.list) if (global.name === name) return global;
    return undefined;
  }

  /** Adds a variable of a name that is not there yet. */
  add(global: Global): void {
    if (this.list.length < withoutIndex) {
      // A copy is as long as its contents; a list that grows keeps room for more.
      this.list = this.list.concat(global);
      return;
    }
    this.list.push(global);
    this.index ??= new Map(this.list.map((one) => [one.name, one]));
    this.index.set(global.name, global);
  }
}
