import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';

export interface QrCodeProps {
  readonly text: string;
  /** What a screen reader says of it. */
  readonly label: string;
}

/** Free modules around the code, so that a camera finds its edge. */
const border = 2;

/** A text as a QR code; the code that makes it is fetched when it is first shown. */
export function QrCode({ text, label }: QrCodeProps): VNode {
  const [modules, setModules] = useState<readonly (readonly boolean[])[] | null>(null);
  useEffect(() => {
    let gone = false;
    const draw = async (): Promise<void> => {
      try {
        const { encode } = await import('uqr');
        if (!gone) setModules(encode(text, { ecc: 'M', border }).data);
      } catch (error) {
        // Whoever cannot load it has the link and the name beside it.
        reportError(error);
      }
    };
    void draw();
    return () => {
      gone = true;
    };
  }, [text]);
  const side = modules?.length ?? 1;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path d={modules === null ? '' : darkPath(modules)} />
    </svg>
  );
}

/** One path over the dark modules: runs of a row together. */
function darkPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.map((dark, x) =>
        dark && row[x - 1] !== true ? `M${x} ${y}h${runFrom(row, x)}v1H${x}z` : '',
      ),
    )
    .join('');
}

function runFrom(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end < 0 ? row.length : end) - start;
}
