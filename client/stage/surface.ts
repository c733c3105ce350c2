// Without this Pixi builds functions from text, which the page's security policy forbids.
import 'pixi.js/unsafe-eval';
import { CanvasRenderer, Container, isWebGLSupported, Ticker, WebGLRenderer } from 'pixi.js';

/** A canvas in the host with a scene that is drawn on demand; it never draws by itself. */
export interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly scene: Container;
  /** Which way of drawing the browser allowed. */
  readonly kind: 'webgl' | 'canvas';
  resize(width: number, height: number, ratio: number): void;
  render(): void;
  destroy(): void;
}

/** How long a lost WebGL context may take to come back before 2D drawing takes over. */
const patience = 2500;

/**
 * Opens a surface with WebGL, or with 2D canvas where that is missing. `onRestored` is called when
 * a lost context is back and everything must be drawn again; `onGone` when it does not come back.
 */
export async function openSurface(
  kind: 'webgl' | 'canvas',
  calls: { readonly onRestored: () => void; readonly onGone: () => void },
): Promise<Surface> {
  const canvas = document.createElement('canvas');
  canvas.className = 'stage-canvas';
  canvas.style.display = 'block';
  canvas.setAttribute('aria-hidden', 'true');
  // Pixi's own clock would wake up at every frame, only to look for forgotten textures.
  Ticker.system.autoStart = false;
  Ticker.system.stop();
  const renderer = kind === 'webgl' ? new WebGLRenderer() : new CanvasRenderer();
  await renderer.init({
    canvas,
    width: 16,
    height: 16,
    backgroundAlpha: 0,
    antialias: false,
    autoDensity: true,
    manageImports: false,
  });
  const scene = new Container();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lost = false;
  const onLost = (event: Event): void => {
    event.preventDefault();
    lost = true;
    timer = setTimeout(calls.onGone, patience);
  };
  const onRestored = (): void => {
    clearTimeout(timer);
    lost = false;
    calls.onRestored();
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);
  return {
    canvas,
    scene,
    kind,
    resize: (width, height, ratio) => renderer.resize(width, height, ratio),
    render: () => {
      if (!lost) renderer.render(scene);
    },
    destroy: () => {
      clearTimeout(timer);
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      scene.destroy({ children: true });
      renderer.destroy({ removeView: true });
    },
  };
}

/** The best way of drawing this browser has. WebGPU is never chosen. */
export function bestKind(): 'webgl' | 'canvas' {
  return isWebGLSupported() ? 'webgl' : 'canvas';
}
