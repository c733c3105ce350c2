/** What happens to a page that matters for its line to the server. */
export interface PageEvents {
  /** The page was left for good, or put aside by the browser. */
  readonly left: () => void;
  /** A page that was put aside is shown again. */
  readonly shown: () => void;
  readonly networkBack: () => void;
  /** The line may have gone unnoticed: no network, or nobody looked at the page for a while. */
  readonly doubtful: () => void;
}

/** Starts telling of a page's life; answers how to stop. */
export type WatchPage = (events: PageEvents) => () => void;

/** Watches the browser's page. */
export function watchBrowserPage(events: PageEvents): () => void {
  const stop = new AbortController();
  const on = { signal: stop.signal };
  window.addEventListener('pagehide', events.left, on);
  window.addEventListener('pageshow', events.shown, on);
  window.addEventListener('online', events.networkBack, on);
  window.addEventListener('offline', events.doubtful, on);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible') return;
      events.networkBack();
      events.doubtful();
    },
    on,
  );
  return () => stop.abort();
}
