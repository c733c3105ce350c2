/** A point of a drawing: x to the right, y downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}
