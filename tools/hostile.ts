import {
  completeness,
  createMachine,
  defaultLimits,
  onMachineFault,
  problemsOf,
} from '../shared/lang/index.ts';
import { hostilePrograms } from '../shared/lang/hostile/programs.ts';
import { commandLineNames } from './lang-names.ts';

/**
 * Runs every hostile program twice in one process whose heap and stack are as small as those of a
 * weak browser (`npm run -s hostile` sets them). The process dies when one takes more; a program that
 * makes the machine throw, or does something else the second time, is told. No clock is looked at.
 */
function deeds(source: string): string {
  const log: string[] = [];
  const names = {
    ...commandLineNames((line) => log.push(line)),
    p: { kind: 'group', members: { up: { kind: 'function', call: { kind: 'suspend' } } } },
  } as const;
  const machine = createMachine(names, 'hostile', defaultLimits);
  const outcomes = [machine.run(source, 1)];
  for (let i = 0; i < 5 && machine.suspended; i++) outcomes.push(machine.resume(1));
  const lengths = log.reduce((sum, line) => sum + line.length, 0);
  // As the command of L11 does, which writes it all down.
  const text = JSON.stringify([outcomes, log]);
  return `${text.length} ${lengths} ${machine.stepsUsed} ${text.slice(0, 2000)}`;
}

let failed = 0;
onMachineFault((fault) => {
  console.log(fault);
  failed++;
});
for (const { family, source } of hostilePrograms) {
  const title = `${family}: ${source.slice(0, 100)}`;
  try {
    completeness(source, defaultLimits);
    problemsOf([{ source, firstLine: 1 }], {}, defaultLimits);
    const [once, again] = [deeds(source), deeds(source)];
    if (once === again) continue;
    console.log(`not the same twice: ${title}\n  ${once}\n  ${again}`);
  } catch (error) {
    console.log(`${String(error)}: ${title}`);
  }
  failed++;
}
console.log(`${hostilePrograms.length} hostile programs, ${failed} did harm`);
process.exitCode = failed === 0 ? 0 : 1;
