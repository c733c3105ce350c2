import { runAside } from './run.mjs';

/** Format, lint and types side by side; ends this process if one of them finds something. */
export async function passChecks() {
  const codes = await Promise.all(
    ['check:format', 'check:lint', 'check:types'].map(async (check) => {
      const { code, said } = await runAside('npm', ['run', '--silent', check]);
      console.log(`\n${check}\n${said}`);
      if (code !== 0) console.error(`${check} found something to mend.`);
      return code;
    }),
  );
  if (codes.some((code) => code !== 0)) process.exit(1);
}
