import { points, type Point } from './line.ts';

/** From which side the head is seen. Side views look to the right; the stage mirrors them. */
export type View = 'front' | 'side' | 'back';
export type Eyes = 'open' | 'wide' | 'happy' | 'shut' | 'crossed' | 'upward';
export type Mouth = 'smile' | 'grin' | 'flat' | 'round' | 'wavy' | 'teeth';

/** Where a figure's joints are on a frame of 128 units whose ground is at y = 118. */
export interface Pose {
  /** The point on which the head stands. */
  readonly neck: Point;
  readonly hip: Point;
  /** Lean of the head in degrees, clockwise. */
  readonly tilt: number;
  /** Elbow and hand, the left one of the picture first. */
  readonly arms: readonly [readonly Point[], readonly Point[]];
  /** Knee, ankle and toe. */
  readonly legs: readonly [readonly Point[], readonly Point[]];
  readonly view: View;
  readonly eyes: Eyes;
  readonly mouth: Mouth;
  /** Where the mouse hangs on its cable. */
  readonly mouse: Point;
  /** Middle of the keyboard and its slope in degrees. */
  readonly keyboard: { readonly at: Point; readonly slope: number };
  /** Marks around the figure. */
  readonly marks?: 'sweat' | 'sparkles' | 'gloom' | 'puzzled' | 'speed';
}

const stand: Pose = {
  neck: [64, 63],
  hip: [64, 90],
  tilt: 0,
  arms: [points('53,77 47,86'), points('76,76 85,80')],
  legs: [points('60,103 56,116 48,118'), points('68,103 72,116 80,118')],
  view: 'front',
  eyes: 'open',
  mouth: 'smile',
  mouse: [96, 106],
  keyboard: { at: [66, 83], slope: -4 },
};

/** Every pose of a figure by the name of its frame. */
export const poses = {
  stand,
  'side-a': {
    ...stand,
    neck: [67, 63],
    hip: [63, 90],
    tilt: 5,
    arms: [points('54,78 44,84'), points('78,74 90,76')],
    legs: [points('51,101 40,109 42,117'), points('75,101 83,114 92,114')],
    view: 'side',
    mouse: [32, 104],
    keyboard: { at: [70, 84], slope: 4 },
  },
  'side-b': {
    ...stand,
    neck: [66, 60],
    hip: [64, 87],
    tilt: 1,
    arms: [points('57,76 54,87'), points('72,75 79,82')],
    legs: [points('66,102 63,116 73,118'), points('75,98 66,107 73,112')],
    view: 'side',
    mouse: [40, 111],
    keyboard: { at: [69, 80], slope: -6 },
  },
  'side-c': {
    ...stand,
    neck: [67, 63],
    hip: [63, 90],
    tilt: 3,
    arms: [points('55,79 50,88'), points('79,71 92,66')],
    legs: [points('54,102 44,111 49,119'), points('74,100 86,111 95,109')],
    view: 'side',
    mouse: [28, 99],
    keyboard: { at: [71, 82], slope: -2 },
  },
  'side-d': {
    ...stand,
    neck: [66, 60],
    hip: [64, 87],
    tilt: 4,
    arms: [points('54,74 46,82'), points('74,77 84,85')],
    legs: [points('64,103 62,117 71,118'), points('71,98 58,104 55,112')],
    view: 'side',
    mouse: [36, 107],
    keyboard: { at: [69, 81], slope: 2 },
  },
  'front-a': {
    ...stand,
    neck: [64, 62],
    tilt: -4,
    arms: [points('52,76 46,83'), points('77,77 86,86')],
    legs: [points('58,103 55,117 47,120'), points('72,99 70,109 77,111')],
    mouse: [99, 108],
  },
  'front-b': {
    ...stand,
    neck: [64, 62],
    tilt: 4,
    arms: [points('51,78 44,88'), points('76,75 85,76')],
    legs: [points('56,99 58,109 51,111'), points('70,103 73,117 81,120')],
    mouse: [91, 107],
    keyboard: { at: [65, 85], slope: 5 },
  },
  'back-a': {
    ...stand,
    neck: [64, 62],
    tilt: 4,
    view: 'back',
    arms: [points('52,76 47,82'), points('77,77 85,86')],
    legs: [points('58,103 56,117 50,117'), points('72,98 70,107 75,107')],
    mouse: [98, 108],
  },
  'back-b': {
    ...stand,
    neck: [64, 62],
    tilt: -4,
    view: 'back',
    arms: [points('51,78 45,87'), points('76,75 84,78')],
    legs: [points('56,98 58,107 53,107'), points('70,103 72,117 78,117')],
    mouse: [91, 107],
    keyboard: { at: [65, 85], slope: 4 },
  },
  bump: {
    ...stand,
    neck: [72, 66],
    hip: [58, 91],
    tilt: 9,
    arms: [points('74,80 90,70'), points('78,84 96,82')],
    legs: [points('49,103 36,110 37,118'), points('66,103 60,116 69,118')],
    view: 'side',
    eyes: 'shut',
    mouth: 'wavy',
    mouse: [30, 98],
    keyboard: { at: [44, 92], slope: 30 },
  },
  pushed: {
    ...stand,
    neck: [52, 64],
    hip: [60, 88],
    tilt: -20,
    arms: [points('68,70 82,60'), points('70,78 86,74')],
    legs: [points('76,88 89,95 93,87'), points('74,99 86,109 92,103')],
    view: 'side',
    eyes: 'wide',
    mouth: 'round',
    mouse: [101, 72],
    keyboard: { at: [96, 62], slope: -50 },
    marks: 'speed',
  },
  collect: {
    ...stand,
    neck: [64, 64],
    hip: [64, 91],
    tilt: -4,
    arms: [points('50,72 38,60'), points('79,71 90,58')],
    legs: [points('55,101 44,108 46,116'), points('72,104 73,117 82,118')],
    eyes: 'happy',
    mouth: 'grin',
    mouse: [101, 79],
    keyboard: { at: [58, 96], slope: -12 },
  },
  'wait-a': {
    ...stand,
    neck: [63, 64],
    tilt: -6,
    arms: [points('50,80 58,88'), points('79,79 71,89')],
    legs: [points('60,103 57,117 49,118'), points('70,102 75,114 84,109')],
    eyes: 'upward',
    mouth: 'flat',
    mouse: [92, 110],
    keyboard: { at: [66, 84], slope: -10 },
  },
  'wait-b': {
    ...stand,
    neck: [65, 64],
    tilt: 5,
    arms: [points('50,80 58,88'), points('79,79 71,89')],
    legs: [points('60,103 57,117 49,118'), points('70,103 75,116 84,117')],
    eyes: 'shut',
    mouth: 'flat',
    mouse: [94, 112],
    keyboard: { at: [66, 85], slope: -7 },
  },
  grab: {
    ...stand,
    neck: [64, 70],
    hip: [63, 94],
    tilt: -3,
    arms: [points('38,52 40,14'), points('92,50 86,13')],
    legs: [points('55,104 50,117 43,119'), points('71,106 74,119 82,121')],
    eyes: 'upward',
    mouth: 'teeth',
    mouse: [100, 96],
    keyboard: { at: [66, 86], slope: 12 },
    marks: 'sweat',
  },
  fall: {
    ...stand,
    neck: [62, 62],
    hip: [66, 86],
    tilt: -12,
    arms: [points('48,66 30,62'), points('82,64 100,54')],
    legs: [points('54,98 42,104 36,97'), points('78,98 90,104 98,99')],
    eyes: 'wide',
    mouth: 'round',
    mouse: [104, 70],
    keyboard: { at: [72, 104], slope: 14 },
  },
  caught: {
    ...stand,
    neck: [60, 95],
    hip: [84, 101],
    tilt: -80,
    arms: [points('66,104 56,110'), points('72,87 66,79')],
    legs: [points('97,103 110,107 112,100'), points('96,96 108,94 112,87')],
    eyes: 'crossed',
    mouth: 'wavy',
    mouse: [84, 73],
    keyboard: { at: [88, 81], slope: -22 },
  },
  win: {
    ...stand,
    neck: [64, 72],
    hip: [64, 96],
    arms: [points('40,70 30,26'), points('88,70 98,26')],
    legs: [points('53,105 48,116 40,114'), points('75,105 80,116 88,114')],
    eyes: 'happy',
    mouth: 'grin',
    mouse: [108, 20],
    keyboard: { at: [64, 16], slope: -5 },
    marks: 'sparkles',
  },
  lose: {
    ...stand,
    neck: [58, 74],
    hip: [66, 97],
    tilt: -14,
    arms: [points('53,90 50,106'), points('70,92 68,108')],
    legs: [points('52,101 50,116 42,118'), points('80,103 78,117 87,118')],
    eyes: 'shut',
    mouth: 'wavy',
    mouse: [98, 117],
    keyboard: { at: [98, 112], slope: 8 },
    marks: 'gloom',
  },
  'scratch-a': {
    ...stand,
    tilt: 8,
    arms: [points('53,77 46,88'), points('92,62 89,33')],
    eyes: 'upward',
    mouth: 'wavy',
    mouse: [36, 110],
    keyboard: { at: [48, 92], slope: -70 },
    marks: 'puzzled',
  },
  'scratch-b': {
    ...stand,
    tilt: 10,
    arms: [points('53,77 46,88'), points('95,59 86,27')],
    eyes: 'upward',
    mouth: 'flat',
    mouse: [34, 111],
    keyboard: { at: [48, 92], slope: -66 },
    marks: 'puzzled',
  },
} as const satisfies Readonly<Record<string, Pose>>;
