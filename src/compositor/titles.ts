import { layoutWithLines, prepareWithSegments } from '@chenglou/pretext';
import type { Title } from '../shared/composition/composition.ts';
import type { Size } from '../shared/composition/place.ts';
import { titleMiddle } from '../shared/composition/title-style.ts';

/** The system's own faces, and those that have Chinese. */
export const titleFamily =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export type TitleLayout = {
  readonly font: string;
  readonly size: number;
  readonly lines: readonly string[];
  readonly lineHeight: number;
};

/** Lays a title out in units of the canvas, so that the preview breaks its lines where the film does. */
export function layOutTitle({ text, style }: Title, canvas: Size): TitleLayout {
  const size = style.size * canvas.height;
  const font = `${style.weight} ${size}px ${titleFamily}`;
  const lineHeight = size * style.lineHeight;
  const prepared = prepareWithSegments(text, font, { whiteSpace: 'pre-wrap' });
  const { lines } = layoutWithLines(prepared, style.maxWidth * canvas.width, lineHeight);
  return { font, size, lines: lines.map((line) => line.text.trimEnd()), lineHeight };
}

/** Share of a letter's size that its outline is wide. */
const outline = 0.12;

/** Paints it in units of the canvas: the context is scaled by whoever paints smaller. `opacity` 0..1. */
export function paintTitle(
  context: OffscreenCanvasRenderingContext2D,
  { style, placement }: Title,
  { font, size, lines, lineHeight }: TitleLayout,
  { canvas, opacity }: { readonly canvas: Size; readonly opacity: number },
): void {
  const [red, green, blue] = style.color.map((share) => Math.round(share * 255));
  const width = style.maxWidth * canvas.width;
  context.save();
  context.globalAlpha = opacity;
  const height = (lines.length * lineHeight * placement.scale) / canvas.height;
  context.translate(style.x * canvas.width, titleMiddle(style, height) * canvas.height);
  context.rotate((placement.rotation * Math.PI) / 180);
  context.scale(placement.scale, placement.scale);
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = style.align;
  context.lineJoin = 'round';
  context.lineWidth = size * outline;
  context.strokeStyle = 'rgb(0 0 0 / 75%)';
  context.fillStyle = `rgb(${red} ${green} ${blue})`;
  const x = style.align === 'left' ? -width / 2 : style.align === 'right' ? width / 2 : 0;
  for (const [index, line] of lines.entries()) {
    const y = (index - (lines.length - 1) / 2) * lineHeight;
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  }
  context.restore();
}
