import type { EditorView } from '@codemirror/view';

/**
 * Pixels drawn above and below what is seen, where CodeMirror keeps a thousand in all: three quarters of
 * the lines it draws are out of sight, and a jump in a replay draws all of them anew.
 */
const margin = 120;

/** What is scrolled must be covered this much further, else it is drawn again at once. */
const scrolled = 250;

/** Lines that a change has moved further away than this are drawn no longer: a few lines of play. */
const most = margin + scrolled + 130;

/** A piece of the text that is drawn. */
interface Drawn {
  readonly from: number;
  readonly to: number;
}

interface Block extends Drawn {
  readonly top: number;
  readonly bottom: number;
}

interface Target {
  readonly range: { readonly head: number };
  readonly y: string;
}

/** The part of CodeMirror's view that says which lines are drawn. It is not public. */
interface ViewState {
  getViewport(bias: number, target: Target | null): Drawn;
  viewportIsAppropriate(drawn: Drawn, bias?: number): boolean;
  readonly visibleTop: number;
  readonly visibleBottom: number;
  readonly heightMap: {
    lineAt(at: number, by: number, oracle: unknown, top: number, from: number): Block;
  };
  readonly heightOracle: unknown;
}

/** How `lineAt` is asked: by a place in the text, or by pixels from its top. */
const byPlace = 0;
const byHeight = 1;

/**
 * Lets an editor draw little more than is seen of it. There is no option for that, so this takes the
 * place of two methods that are not public; a browser test counts the lines, and would notice if another
 * version of CodeMirror chose them elsewhere.
 */
export function drawNearLinesOnly(view: EditorView): void {
  const { viewState } = view as unknown as { readonly viewState: ViewState };
  const usual = viewState.getViewport.bind(viewState);
  const block = (at: number, by: number): Block =>
    viewState.heightMap.lineAt(at, by, viewState.heightOracle, 0, 0);
  const covers = viewState.viewportIsAppropriate.bind(viewState);
  viewState.viewportIsAppropriate = (drawn, bias) => {
    const { visibleTop, visibleBottom } = viewState;
    const tooMuch =
      block(drawn.from, byPlace).bottom < visibleTop - most ||
      block(drawn.to, byPlace).top > visibleBottom + most;
    return covers(drawn, bias) && !tooMuch;
  };
  viewState.getViewport = (bias, target) => {
    if (target !== null && target.y !== 'nearest') return usual(bias, target);
    const here = usual(bias, null);
    const { visibleTop, visibleBottom } = viewState;
    const seen = visibleBottom - visibleTop;
    const head = target?.range.head ?? here.from;
    let top = visibleTop;
    // What is not here will be scrolled to the edge that is nearer.
    if (head < here.from) top = block(head, byPlace).top;
    else if (head > here.to) top = block(head, byPlace).bottom - seen;
    const above = margin + (bias < 0 ? scrolled : 0);
    const below = margin + (bias > 0 ? scrolled : 0);
    return {
      from: block(top - above, byHeight).from,
      to: block(top + seen + below, byHeight).to,
    };
  };
}
