import type { VNode } from 'preact';

/** Signs on the buttons, drawn as strokes in a square of 24. */
const strokes = {
  start: ['M6 5v14', 'M18 6 9 12l9 6z'],
  markBack: ['M6 12h6', 'M9 8l-4 4 4 4', 'M15 20V5l6 3-6 4'],
  turnBack: ['M16 5 7 12l9 7z'],
  strokeBack: ['M14 7l-5 5 5 5'],
  strokeOn: ['M10 7l5 5-5 5'],
  turnOn: ['M8 5l9 7-9 7z'],
  markOn: ['M4 20V5l6 3-6 4', 'M12 12h6', 'M15 8l4 4-4 4'],
} as const;

export type StepSign = keyof typeof strokes;

/** One sign, in ink. */
export function StepIcon({ sign }: { readonly sign: StepSign }): VNode {
  return (
    <svg class="step-icon" viewBox="0 0 24 24" aria-hidden="true">
      {strokes[sign].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
