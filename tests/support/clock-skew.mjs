/** Loaded before a server: its machine's clock is wrong by `CLOCK_SKEW` milliseconds. */
const skew = Number(process.env.CLOCK_SKEW ?? 0);
const now = Date.now.bind(Date);
Date.now = () => now() + skew;
