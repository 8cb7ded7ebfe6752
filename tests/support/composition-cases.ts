import type { Place } from './desktop.ts';
import { numberedClip, picture, served, type ServedFile } from './numbered-clips.ts';

const { width, height } = picture;
/** Each case fills a second of the draft, one after the other. */
export const caseFrames = 30;

export type Clips = Readonly<
  Record<'red' | 'blue' | 'film' | 'uneven' | 'upright' | 'clear' | 'moving' | 'still', ServedFile>
>;

export async function makeClips(place: Place): Promise<Clips> {
  const clear = `-f lavfi -i testsrc2=size=320x180:rate=30:duration=1.1,format=yuva420p,geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='if(lt(X,160),128,255)',scale=out_color_matrix=bt709`;
  const level = await served(place, 'level.mp4', numberedClip({ size: { width: 320, height: 160 } }));
  return {
    red: await served(place, 'red.mp4', numberedClip()),
    blue: await served(place, 'blue.mp4', numberedClip({ color: '0x2060C0', hue: 120 })),
    film: await served(place, 'film.mp4', numberedClip({ fps: 24, hue: 60 })),
    // Every third frame is missing, the others keep their times.
    uneven: await served(place, 'uneven.mp4', `${numberedClip({ filters: "select='mod(n,3)'" })} -fps_mode vfr`),
    upright: await served(place, 'upright.mp4', '-i $in -c copy -metadata:s:v:0 rotate=90', level.path),
    clear: await served(
      place,
      'clear.webm',
      `${clear} -c:v libvpx-vp9 -pix_fmt yuva420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 -auto-alt-ref 0 -b:v 4M -deadline realtime`,
    ),
    moving: await served(place, 'moving.gif', `-f lavfi -i testsrc2=size=320x180:rate=10:duration=0.5 -loop 0`),
    still: await served(
      place,
      'still.png',
      `-f lavfi -i testsrc2=size=320x180,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='if(lt(Y,90),0,255)' -frames:v 1`,
    ),
  };
}

/** A piece of a case: where it lies in it, in ms, and what else its segment says. */
type Piece = {
  readonly file: keyof Clips;
  readonly at?: number;
  readonly length?: number;
  readonly in?: number;
  readonly more?: object;
};

export type Case = {
  readonly name: string;
  /** From the lowest track on. */
  readonly tracks: readonly (readonly Piece[])[];
  /** On a track of its own, by name. */
  readonly effects?: readonly { readonly name: string; readonly at?: number; readonly length?: number }[];
  /** Inputs of ffmpeg, and what it makes of them: a second at 30 frames. */
  readonly inputs: readonly (keyof Clips)[];
  readonly graph: string;
  /** The number that stands in a frame of the case; none where it cannot be read. */
  readonly number?: (frame: number) => number;
  /** How far colours may be off; 6 where nothing is said. */
  readonly colors?: number;
};

/** As the draft is to be read: the frame shown is the last one at or before its moment. */
const at30 = 'fps=30:round=up,setpts=N/30/TB,scale=flags=bilinear';
const onto = (under: string, over: string, x: number | string, y: number | string): string =>
  `${under}${over}overlay=x=${x}:y=${y}:format=rgb:eof_action=pass`;
const black = `color=black:s=${width}x${height}:r=30:d=1`;

export const cases: readonly Case[] = [
  {
    name: 'a cut, each clip from its in point on',
    tracks: [
      [
        { file: 'red', length: 500, in: 700 },
        { file: 'blue', at: 500, length: 500, in: 1100 },
      ],
    ],
    inputs: ['red', 'blue'],
    graph:
      '[0]trim=start_frame=21:end_frame=36,setpts=PTS-STARTPTS[a];[1]trim=start_frame=33:end_frame=48,setpts=PTS-STARTPTS[b];[a][b]concat',
    number: (frame) => (frame < 15 ? 21 + frame : 33 + frame - 15),
  },
  {
    name: 'a picture in the picture',
    tracks: [
      [{ file: 'red' }],
      [{ file: 'blue', more: { clip: { scale: { x: 0.4 }, transform: { x: 0.5, y: 0.5 } } } }],
    ],
    inputs: ['red', 'blue'],
    graph: `[1]scale=256:144:flags=bilinear[s];${onto('[0]', '[s]', 352, 18)}`,
  },
  {
    name: 'a gap',
    tracks: [[{ file: 'red', at: 500, length: 500 }]],
    inputs: ['red'],
    graph: `[0]trim=end_frame=15,setpts=PTS+0.5/TB[a];${black}[b];${onto('[b]', '[a]', 0, 0)}`,
    number: (frame) => Math.max(0, frame - 15),
  },
  {
    name: 'an overlap on one track',
    tracks: [
      [
        { file: 'red', length: 700 },
        { file: 'blue', at: 500, length: 500 },
      ],
    ],
    inputs: ['red', 'blue'],
    graph: '[0]trim=end_frame=15[a];[1]trim=end_frame=15[b];[a][b]concat',
    number: (frame) => frame % 15,
  },
  {
    name: 'a film that a camera held upright',
    tracks: [[{ file: 'upright' }]],
    inputs: ['upright'],
    graph: `[0]scale=180:360:flags=bilinear[a];${black}[b];${onto('[b]', '[a]', 230, 0)}`,
  },
  {
    name: 'a film with holes',
    // Joined from colours and holes by the decoder, such a frame no longer tells its primaries.
    colors: 12,
    tracks: [[{ file: 'red' }], [{ file: 'clear' }]],
    inputs: ['red', 'clear'],
    graph: `[1]scale=640:360:flags=bilinear:in_color_matrix=bt709,format=rgba[a];${onto('[0]', '[a]', 0, 0)}`,
  },
  {
    name: 'a film of changing rate',
    tracks: [[{ file: 'uneven', in: 400 }]],
    inputs: ['uneven'],
    graph: `[0]fps=30:round=up,trim=start_frame=12,setpts=N/30/TB`,
    number: (frame) => ((13 + frame) % 3 === 0 ? 12 : 13) + frame,
  },
  {
    name: '24 frames in 30',
    tracks: [[{ file: 'film' }]],
    inputs: ['film'],
    graph: `[0]${at30}`,
    number: (frame) => Math.floor((frame * 24) / 30),
  },
  {
    name: 'twice as fast',
    tracks: [[{ file: 'red', more: { speed: 2 } }]],
    inputs: ['red'],
    graph: `[0]setpts=PTS/2,${at30}`,
    number: (frame) => frame * 2,
  },
  {
    name: 'flipped',
    tracks: [[{ file: 'red', more: { clip: { flip: { horizontal: true } } } }]],
    inputs: ['red'],
    graph: '[0]hflip',
  },
  {
    name: 'half of it seen through',
    tracks: [[{ file: 'blue' }], [{ file: 'red', more: { clip: { alpha: 0.5 } } }]],
    inputs: ['blue', 'red'],
    graph: `[1]format=rgba,colorchannelmixer=aa=0.5[a];${onto('[0]', '[a]', 0, 0)}`,
  },
  {
    name: 'turned',
    tracks: [[{ file: 'red', more: { clip: { rotation: 30, scale: { x: 0.5 } } } }]],
    inputs: ['red'],
    graph: `[0]scale=320:180:flags=bilinear,format=rgba,rotate=30*PI/180:c=none:ow=640:oh=360[a];${black}[b];${onto('[b]', '[a]', 0, 0)}`,
  },
  {
    name: 'rising and falling',
    tracks: [[{ file: 'red', more: { fade_in_duration: 500, fade_out_duration: 300 } }]],
    inputs: ['red'],
    graph: `[0]format=gbrp,geq=${(['r', 'g', 'b'] as const).map((c) => `${c}='${c}(X,Y)*min(1,min(N/15,(30-N)/9))'`).join(':')}`,
  },
  {
    name: 'warm',
    tracks: [[{ file: 'red' }]],
    effects: [{ name: 'warm' }],
    inputs: ['red'],
    graph: `[0]format=gbrp,lutrgb=r='min(255,val*255/239)':g='min(255,val*236/251)':b='val*200/255'`,
  },
  {
    name: 'cold',
    tracks: [[{ file: 'red' }]],
    effects: [{ name: 'cold' }],
    inputs: ['red'],
    graph: `[0]format=gbrp,lutrgb=r='val*204/255':g='min(255,val*228/251)':b='min(255,val*255/239)'`,
  },
  {
    name: 'black and white',
    tracks: [[{ file: 'blue' }]],
    effects: [{ name: 'black and white' }],
    inputs: ['blue'],
    graph: '[0]format=gbrp,colorchannelmixer=.3:.59:.11:0:.3:.59:.11:0:.3:.59:.11',
  },
  {
    name: 'a cross-fade',
    tracks: [
      [
        { file: 'red', length: 700 },
        { file: 'blue', at: 300, length: 700 },
      ],
    ],
    effects: [{ name: 'cross-fade', at: 300, length: 400 }],
    inputs: ['red', 'blue'],
    graph:
      '[0]trim=end_frame=21,settb=1/30,format=gbrp[a];[1]trim=end_frame=21,settb=1/30,format=gbrp[b];[a][b]xfade=transition=fade:duration=0.4:offset=0.3',
  },
  {
    name: 'out of black and into it',
    tracks: [[{ file: 'red' }]],
    effects: [
      { name: 'fade in', length: 500 },
      { name: 'fade out', at: 700, length: 300 },
    ],
    inputs: ['red'],
    graph: `[0]format=gbrp,geq=${(['r', 'g', 'b'] as const).map((c) => `${c}='${c}(X,Y)*min(1,min(N/15,(30-N)/9))'`).join(':')}`,
  },
  {
    name: 'a GIF, again and again',
    tracks: [[{ file: 'moving' }]],
    inputs: ['moving'],
    graph: `[0]loop=loop=9:size=5,setpts=N/10/TB,fps=30:round=up,scale=640:360:flags=bilinear`,
  },
  {
    name: 'a picture with holes',
    tracks: [[{ file: 'red' }], [{ file: 'still' }]],
    inputs: ['red', 'still'],
    graph: `[1]scale=640:360:flags=bilinear[a];[0][a]overlay=format=rgb:eof_action=repeat`,
  },
];

/** A draft of all cases, one after the other. */
export function draftOf(clips: Clips): unknown {
  const depth = Math.max(...cases.map(({ tracks }) => tracks.length));
  const track = (level: number): unknown => ({
    tt: 0,
    sg: cases.flatMap(({ tracks }, at) =>
      (tracks[level] ?? []).map(({ file, at: from = 0, length = 1000, in: inMs, more }) => ({
        s: at * 1000 + from,
        d: length,
        m: { name: `${file} ${at}`, url: clips[file].url, ...(inMs === undefined ? {} : { in: inMs }) },
        ...more,
      })),
    ),
  });
  const effects = {
    tt: 6,
    sg: cases.flatMap((one, at) =>
      (one.effects ?? []).map(({ name, at: from = 0, length = 1000 }) => ({
        s: at * 1000 + from,
        d: length,
        m: { name },
      })),
    ),
  };
  const pictures = Array.from({ length: depth }, (_, level) => track(level));
  return { m: { width, height }, fps: 30, t: [...pictures, effects] };
}
