/**
 * What stands in the arguments of a function that `shows` for a value that is no data, such as a map
 * or a function: a short text for people. Only the language makes them; a program cannot.
 */
export class Shown {
  readonly [key: string]: string;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
