import { cpus } from 'node:os';

/** A line on standard error for whoever watches; standard output is for results alone. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The kind of machine figures were measured on, said so that anybody may compare. */
export function machineKind(): string {
  const node = process.versions.node.split('.')[0];
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${node}, ${process.platform}`;
}

/** Prints results: one JSON object, or a table of figures by server. */
export function report(
  bench: string,
  json: boolean,
  results: Readonly<Record<string, unknown>>,
  table: readonly Readonly<Record<string, string | number>>[],
): void {
  if (json) {
    const date = new Date().toISOString().slice(0, 10);
    console.log(JSON.stringify({ bench, date, machine: machineKind(), ...results }, null, 2));
    return;
  }
  console.table(table);
}

/** A number with few digits, for tables. */
export function short(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
