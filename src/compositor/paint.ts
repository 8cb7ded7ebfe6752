import type { Composition, Item, Title } from '../shared/composition/composition.ts';
import type { Layer, PictureLayer } from '../shared/composition/frame.ts';
import { place, type Size } from '../shared/composition/place.ts';
import { paintEffect } from './effects.ts';
import { layOutTitle, paintTitle, titleFamily, type TitleLayout } from './titles.ts';

/** A picture as it is drawn: its pixels, how they are turned, and how large it is then. */
export type Drawable = Size & {
  readonly image: CanvasImageSource;
  /** Degrees, clockwise. */
  readonly rotation: number;
  readonly flipped: boolean;
};

export type Painter = {
  /**
   * Paints the layers over black, all at once. `pictureOf`: the picture of an item now, or what its card says in place of one that
   * is not to be had ('' where there is nothing to say).
   */
  readonly paint: (
    context: OffscreenCanvasRenderingContext2D,
    composition: Composition,
    layers: readonly Layer[],
    pictureOf: (layer: PictureLayer) => Drawable | string,
  ) => void;
  /** The same over what is there. */
  readonly paintOver: Painter['paint'];
  /** What is known of pictures that are not to be had, by media id: their cards show it. */
  readonly setThumbnails: (thumbnails: ReadonlyMap<string, ImageBitmap>) => void;
};

/** Titles whose lines are remembered. */
const mostTitles = 24;

export function createPainter(): Painter {
  const layouts = new Map<string, TitleLayout>();
  let thumbnails: ReadonlyMap<string, ImageBitmap> = new Map();
  const layoutOf = (title: Title, canvas: Size): TitleLayout => {
    const key = JSON.stringify([title.text, title.style, canvas]);
    const found = layouts.get(key) ?? layOutTitle(title, canvas);
    layouts.delete(key);
    layouts.set(key, found);
    const [oldest] = layouts.keys();
    if (layouts.size > mostTitles && oldest !== undefined) layouts.delete(oldest);
    return found;
  };

  const paintOver: Painter['paint'] = (context, { canvas }, layers, pictureOf) => {
    const scale = context.canvas.width / canvas.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    for (const layer of layers) {
      switch (layer.kind) {
        case 'picture': {
          const picture = pictureOf(layer);
          if (typeof picture === 'string') paintCard(context, layer, picture, canvas, thumbnails);
          else if (!paintPicture(context, layer, picture, canvas)) paintCard(context, layer, '', canvas, thumbnails);
          break;
        }
        case 'title':
          paintTitle(context, layer.item, layoutOf(layer.item, canvas), { canvas, opacity: layer.opacity });
          break;
        case 'effect':
          paintEffect(context, layer.item.effect, layer.strength);
          break;
        case 'block':
          paintBlock(context, layer.item, canvas);
          break;
      }
    }
  };

  return {
    setThumbnails: (known) => void (thumbnails = known),
    paintOver,
    paint: (context, composition, layers, pictureOf) => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 1;
      context.fillStyle = '#000';
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      paintOver(context, composition, layers, pictureOf);
    },
  };
}

/** False where its pixels are gone. */
function paintPicture(
  context: OffscreenCanvasRenderingContext2D,
  { item, opacity }: PictureLayer,
  picture: Drawable,
  canvas: Size,
): boolean {
  const placed = place(picture, canvas, item.placement);
  // The pixels lie as the camera held them: their own sides are turned with them.
  const onSide = picture.rotation % 180 !== 0;
  const [width, height] = onSide ? [placed.height, placed.width] : [placed.width, placed.height];
  context.save();
  context.globalAlpha = opacity;
  context.translate(placed.centerX, placed.centerY);
  context.rotate(placed.turn);
  context.scale(placed.flippedX ? -1 : 1, placed.flippedY ? -1 : 1);
  context.rotate((picture.rotation * Math.PI) / 180);
  if (picture.flipped) context.scale(-1, 1);
  try {
    context.drawImage(picture.image, -width / 2, -height / 2, width, height);
    return true;
  } catch {
    return false;
  } finally {
    context.restore();
  }
}

/** In place of a picture that cannot be had, as large as one that fills the canvas: what it is, and why it is not there. */
function paintCard(
  context: OffscreenCanvasRenderingContext2D,
  { item, opacity }: PictureLayer,
  reason: string,
  canvas: Size,
  thumbnails: ReadonlyMap<string, ImageBitmap>,
): void {
  const { width, height, centerX, centerY, turn } = place(canvas, canvas, item.placement);
  const size = height * 0.04;
  context.save();
  context.globalAlpha = opacity;
  context.translate(centerX, centerY);
  context.rotate(turn);
  context.fillStyle = '#1b1d22';
  context.fillRect(-width / 2, -height / 2, width, height);
  const thumbnail = thumbnails.get(item.source?.mediaId ?? '');
  if (thumbnail !== undefined) paintDimly(context, thumbnail, { width, height });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#e6e8ec';
  context.font = `500 ${size}px ${titleFamily}`;
  context.fillText(item.name, 0, reason === '' ? 0 : -size * 0.8, width * 0.8);
  context.fillStyle = '#9aa0aa';
  context.font = `400 ${size * 0.8}px ${titleFamily}`;
  context.fillText(reason, 0, size * 0.8, width * 0.8);
  context.restore();
}

/** Fills the card with it, so dark that words stand out. */
function paintDimly(context: OffscreenCanvasRenderingContext2D, image: ImageBitmap, { width, height }: Size): void {
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [width / scale, height / scale];
  const opacity = context.globalAlpha;
  context.globalAlpha = opacity * 0.45;
  context.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, -width / 2, -height / 2, width, height);
  context.globalAlpha = opacity;
}

/** What nobody here can draw is named in a corner. */
function paintBlock(context: OffscreenCanvasRenderingContext2D, { name }: Item, canvas: Size): void {
  if (name === '') return;
  const size = canvas.height * 0.03;
  context.save();
  context.font = `500 ${size}px ${titleFamily}`;
  const width = Math.min(canvas.width * 0.5, context.measureText(name).width);
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  context.fillRect(size, size, width + size, size * 1.8);
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(name, size * 1.5, size * 1.9, width);
  context.restore();
}
