import { rangeOf, type Run, runsOf } from './hit.ts';
import { type Lane, rowTop, rulerHeight } from './lanes.ts';
import type { Ghost, Marks } from './marks.ts';
import type { Palette } from './palette.ts';
import { type PieceBox, paintPictures, paintWave } from './paint-strip.ts';
import { leastPictured } from './tiles.ts';
import type { Strip } from './use-strips.ts';
import { ticksOf, toMs, type View, xOf } from './view.ts';

type Device = (px: number) => number;

type Scene = {
  readonly lanes: readonly Lane[];
  readonly view: View;
  readonly palette: Palette;
  readonly marks: Marks;
  readonly strip: Strip;
  /** What stands on a bar: of one piece, or of several. */
  readonly words: (lane: Lane, run: Run) => string;
};

type Brush = { readonly context: CanvasRenderingContext2D; readonly device: Device };

/** Bodies with their words, lane by lane, and what the last turn did to them. */
export function paintLanes(context: CanvasRenderingContext2D, device: Device, scene: Scene): void {
  const brush = { context, device };
  const { lanes, view, palette } = scene;
  context.font = palette.font;
  context.textBaseline = 'middle';
  for (const lane of lanes) {
    context.fillStyle = palette.lane;
    fillRound(brush, 0, lane.top, view.width, lane.height);
    const range = rangeOf(lane, view.fromMs, toMs(view));
    const runs = runsOf(lane, range, view.pxPerMs, view.fromMs);
    for (const run of runs) paintRun(brush, scene, lane, run);
  }
  for (const ghost of scene.marks.ghosts) paintGhost(brush, scene, ghost);
}

/** Bars reach a little out of sight, so that one that goes on shows no corner. */
const beyond = 12;
const radius = 6;

function topOf(lane: Lane, { first }: Run): number {
  return lane.top + rowTop(lane, lane.pieces[first]?.row ?? 0);
}

function paintRun(brush: Brush, scene: Scene, lane: Lane, run: Run): void {
  const { context, device } = brush;
  const { view, palette } = scene;
  const top = topOf(lane, run);
  const height = lane.rowHeight;
  const left = device(Math.max(-beyond, run.x));
  const right = device(Math.min(view.width + beyond, run.x + run.width));
  // Neighbours keep a hair between them where there is room for it.
  const width = Math.max(1, right - left - (run.width > 8 ? 1 : 0));
  context.fillStyle = palette.body[lane.kind];
  fillRound(brush, left, top, width, height);
  const box = { x: run.x, length: run.width, left, width, top, height };
  const behind = run.first === run.last ? paintStrip(brush, scene, box, lane.pieces[run.first]?.key ?? '') : 'body';
  const line = lane.kind === 'video' ? 2 : 1;
  context.strokeStyle = palette.edge[lane.kind];
  if (width < 8) {
    context.fillStyle = palette.edge[lane.kind];
    context.globalAlpha = run.first === run.last ? 0.8 : 0.55;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  } else strokeRound(brush, left, top, width, height, line);
  paintMark(brush, scene, lane, run, left, width);
  if (width < 36) return;
  const start = Math.max(0, left) + 8;
  const room = Math.min(view.width, left + width) - start - 8;
  const text = room < 12 ? '' : fittedText(context, scene.words(lane, run), room);
  const y = lane.kind === 'video' ? top + 13 : top + height / 2 + 0.5;
  if (behind === 'wave' && text !== '') {
    context.fillStyle = palette.body[lane.kind];
    fillRound(brush, start - 4, y - 8.5, widthOf(context, text) + 8, 16);
  }
  context.fillStyle = behind === 'pictures' ? '#ffffff' : palette.ink;
  context.fillText(text, start, y);
}

type Behind = 'body' | 'pictures' | 'wave';

/** What the piece shows of its file; tells what the words have to stand out from. */
function paintStrip({ context }: Brush, { view, palette, strip }: Scene, box: PieceBox, key: string): Behind {
  const source = strip.sources.get(key);
  if (source === undefined || box.length < leastPictured) return 'body';
  const place = { pxPerMs: view.pxPerMs, viewWidth: view.width };
  if (source.kind !== 'sound') return paintPictures(context, strip.strips, source, box, place) ? 'pictures' : 'body';
  context.fillStyle = palette.wave;
  return paintWave(context, strip.strips, source, box, place) ? 'wave' : 'body';
}

function paintMark(brush: Brush, { marks, palette }: Scene, lane: Lane, run: Run, left: number, width: number): void {
  if (marks.pieces.size === 0) return;
  const found = lane.pieces.slice(run.first, run.last + 1).map(({ key }) => marks.pieces.get(key));
  const mark = found.find((one) => one !== undefined);
  if (mark === undefined) return;
  const { context } = brush;
  context.strokeStyle = palette.change;
  if (mark !== 'added') context.setLineDash([4, 3]);
  strokeRound(brush, left, topOf(lane, run), width, lane.rowHeight, 2);
  context.setLineDash([]);
}

/** Where something was: its outline in dashes, and a line to where it went. */
function paintGhost(brush: Brush, { lanes, view, palette }: Scene, { track, startMs, endMs, toMs: to }: Ghost): void {
  const lane = lanes.find(({ kind }) => kind === track);
  if (lane === undefined) return;
  const { context, device } = brush;
  const left = device(Math.max(-beyond, xOf(view, startMs)));
  const right = device(Math.min(view.width + beyond, xOf(view, endMs)));
  if (right < 0 || left > view.width) return;
  context.strokeStyle = palette.faint;
  context.setLineDash([3, 3]);
  strokeRound(brush, left, lane.top, Math.max(4, right - left), lane.rowHeight, 1);
  if (to !== null) {
    const y = device(lane.top + lane.rowHeight - 5) + 0.5;
    context.strokeStyle = palette.change;
    context.beginPath();
    context.moveTo(Math.max(0, xOf(view, startMs)), y);
    context.lineTo(Math.min(view.width, xOf(view, to)), y);
    context.stroke();
  }
  context.setLineDash([]);
}

/** The ruler: a line, a stroke at each number, and the numbers. */
export function paintRuler(
  context: CanvasRenderingContext2D,
  device: Device,
  { view, palette, label }: Pick<Scene, 'view' | 'palette'> & { readonly label: (seconds: number) => string },
): void {
  context.font = palette.font;
  context.textBaseline = 'middle';
  context.fillStyle = palette.line;
  context.fillRect(0, rulerHeight - 1, view.width, 1);
  for (const tick of ticksOf(view)) {
    const x = device(xOf(view, tick * 1000));
    context.fillStyle = palette.line;
    context.fillRect(Math.min(x, view.width - 1), rulerHeight - 7, 1, 6);
    const text = label(tick);
    if (x + 5 + context.measureText(text).width > view.width) continue;
    context.fillStyle = palette.faint;
    context.fillText(text, x + 5, 11);
  }
}

function fillRound({ context }: Brush, x: number, y: number, width: number, height: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(radius, width / 2));
  context.fill();
}

/** A line inside the box. */
function strokeRound({ context }: Brush, x: number, y: number, width: number, height: number, line: number): void {
  const inset = line / 2;
  if (width <= line) return;
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(x + inset, y + inset, width - line, height - line, Math.min(radius - inset, (width - line) / 2));
  context.stroke();
}

const widths = new Map<string, number>();
/** Words that are measured once; a cut of more is not on screen at a time. */
const mostWidths = 2000;

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font}\0${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= mostWidths) widths.clear();
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** The text, or as much of it as there is room for. */
function fittedText(context: CanvasRenderingContext2D, text: string, room: number): string {
  const whole = widthOf(context, text);
  if (whole <= room) return text;
  let count = Math.floor((text.length * room) / whole);
  while (count > 0) {
    const shorter = `${text
      .slice(0, count)
      .replace(/[\ud800-\udbff]$/, '')
      .trimEnd()}…`;
    if (context.measureText(shorter).width <= room) return shorter;
    count -= Math.max(1, Math.floor(count / 8));
  }
  return '';
}
