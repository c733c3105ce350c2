import type { OpsReport } from '../../../shared/protocol/index.ts';

/** How often the server is asked: as often as it takes samples. Milliseconds. */
const askEvery = 5000;

/** What came of asking. */
export type OpsAnswer =
  | { readonly kind: 'report'; readonly report: OpsReport }
  | { readonly kind: 'off' | 'wrong token' | 'unreachable' };

/** Asks once. The token travels in a header, never in an address that logs keep. */
export async function askOps(token: string): Promise<OpsAnswer> {
  try {
    const response = await fetch('/api/ops', { headers: { authorization: `Bearer ${token}` } });
    if (response.status === 401) return { kind: 'wrong token' };
    if (response.status === 403) return { kind: 'off' };
    if (!response.ok) return { kind: 'unreachable' };
    return { kind: 'report', report: (await response.json()) as OpsReport };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Asks again and again until it is refused or stopped; answers how to stop. */
export function watchServer(token: string, tell: (answer: OpsAnswer) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const answer = await askOps(token);
    if (stopped) return;
    tell(answer);
    if (answer.kind === 'report' || answer.kind === 'unreachable') {
      timer = setTimeout(() => void ask(), askEvery);
    }
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
