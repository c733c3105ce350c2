/** The package has no types of its own; this is what the benchmark uses of it. */
declare module 'js-interpreter' {
  export default class Interpreter {
    constructor(source: string);
    run(): boolean;
    readonly value: unknown;
  }
}
