import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** What is drawn in CSS pixels; `device` brings a place onto the edge of a device pixel, so that lines stay crisp. */
type Paint = (context: CanvasRenderingContext2D, device: (px: number) => number) => void;

/** A canvas of this size in CSS pixels that is painted whenever `paint` is another one, and where the screen's density changes. */
export function useCanvas(width: number, height: number, paint: Paint): RefObject<HTMLCanvasElement | null> {
  const element = useRef<HTMLCanvasElement>(null);
  const density = useDensity();
  useLayoutEffect(() => {
    const canvas = element.current;
    if (canvas === null || width <= 0 || height <= 0) return;
    const [columns, rows] = [Math.round(width * density), Math.round(height * density)];
    if (canvas.width !== columns) canvas.width = columns;
    if (canvas.height !== rows) canvas.height = rows;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    paint(context, (px) => Math.round(px * density) / density);
  }, [width, height, density, paint]);
  return element;
}

/** Device pixels in a CSS pixel; changes with the screen and with the window's zoom. */
function useDensity(): number {
  const [density, setDensity] = useState(devicePixelRatio);
  useLayoutEffect(() => {
    const query = matchMedia(`(resolution: ${density}dppx)`);
    const changed = (): void => setDensity(devicePixelRatio);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [density]);
  return density;
}
