import type { Theatre } from '../../replay/theatre.ts';

/** Plays by keys, wherever the focus is; where somebody types or chooses, keys mean what they do there. */
export function watchKeys(
  root: HTMLElement,
  theatre: Theatre,
  note: () => void,
  link: () => void,
): () => void {
  const stop = new AbortController();
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => theatre.toggle(),
    k: () => theatre.toggle(),
    ArrowLeft: () => theatre.step('turn', -1),
    ArrowRight: () => theatre.step('turn', 1),
    ',': () => theatre.step('stroke', -1),
    '.': () => theatre.step('stroke', 1),
    '[': () => theatre.step('mark', -1),
    ']': () => theatre.step('mark', 1),
    Home: () => theatre.seek(0),
    End: () => theatre.seek(theatre.facts.duration),
    '-': () => theatre.faster(-1),
    '+': () => theatre.faster(1),
    '=': () => theatre.faster(1),
    q: () => {
      theatre.shortens.value = !theatre.shortens.peek();
    },
    g: () => {
      theatre.reveals.value = !theatre.reveals.peek();
    },
    n: note,
    l: link,
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action === undefined || !mayTake(event, root)) return;
      event.preventDefault();
      action();
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

/** Keys of the page as a whole, or of parts of the theatre that do not need this key themselves. */
function mayTake({ target, key }: KeyboardEvent, root: HTMLElement): boolean {
  if (!(target instanceof HTMLElement) || target === document.body) return true;
  if (!root.contains(target)) return target.matches('dialog.replay-dialog');
  if (target.matches('textarea, select, input:not([type=range]):not([type=checkbox])')) {
    return false;
  }
  if (target.closest('dialog') !== null && target.closest('.replay-dialog') === null) return false;
  const pressable = target.matches('button, a, summary, input[type=checkbox]');
  if (pressable && key === ' ') return false;
  const moves = /^(Arrow|Home|End)/.test(key);
  return !(moves && target.matches('.cm-content'));
}
