import type { Place, Shot } from '../shared/scene/scene.ts';
import { wash } from './brush.ts';
import { darker, faint, lighter } from './colour.ts';
import { seen } from './light.ts';
import { tableSheet } from './props.ts';
import type { Setting, Sheet, Stage } from './stage.ts';
import { painterOf } from './subjects.ts';
import { flowers, grass } from './trees.ts';

const trains: ReadonlySet<string> = new Set(['train', 'steam-train']);
/** Where rails need a bridge. */
const bridged: ReadonlySet<string> = new Set(['river', 'lake', 'mountains', 'waterfall', 'great-wall', 'sea', 'city']);
const canals: ReadonlySet<string> = new Set(['canal', 'water-town']);
/** Where the water reaches the lens. */
const wet: ReadonlySet<string> = new Set(['river', 'lake', 'west-lake', 'waterfall']);

/** Who stands at the sea stands on its beach. */
export function groundOf({ place, subject, companion }: Shot): Place {
  const isOnLand = [subject, companion].some((one) => one !== null && painterOf(one).anchor === 'ground');
  return place === 'sea' && isOnLand && !trains.has(subject ?? '') ? 'beach' : place;
}

/** Gives who stands on the ground, or on a table, something to stand on where the place itself has nothing. */
export function withFooting(stage: Stage, setting: Setting): Setting {
  const { shot } = stage;
  const cast = [shot.subject, shot.companion].filter((one) => one !== null);
  const has = (anchor: 'ground' | 'table'): boolean => cast.some((one) => painterOf(one).anchor === anchor);
  if (cast.some((one) => trains.has(one)) && bridged.has(shot.place)) {
    return {
      ...setting,
      back: [...setting.back, viaduct(stage)],
      spots: { ...setting.spots, ground: { x: 0.5, y: 0.71, scale: 0.8 } },
    };
  }
  if (has('table') && setting.isOutdoors) {
    const wood = stage.light.isDark ? '#4a3626' : seen(stage.light, '#a8764c');
    return {
      ...setting,
      back: [...setting.back, tableSheet(stage, 0.78, wood, stage.light.key)],
      front: [],
      spots: { ...setting.spots, table: { x: 0.5, y: 0.92, scale: 1 } },
    };
  }
  if (has('ground') && canals.has(shot.place)) return { ...setting, back: [...setting.back, quay(stage)] };
  if (has('ground') && wet.has(shot.place)) return { ...setting, back: [...setting.back, bank(stage)], front: [] };
  return setting;
}

/** A landing of stone before the water. */
function quay(stage: Stage): Sheet {
  const { light, left, right, width, height, unit } = stage;
  const stone = light.isDark ? '#3a3c4c' : seen(light, '#c9bda6');
  const edge = 0.86 * height;
  return stage.sheet(
    1,
    (context) => {
      wash(context, { x: left, y: edge, width: right - left, height: stage.bottom - edge }, [
        [0, lighter(stone, 0.2)],
        [1, darker(stone, 0.35)],
      ]);
      context.strokeStyle = faint(darker(stone, 0.5), 0.4);
      context.lineWidth = 1;
      context.beginPath();
      for (const y of [0.89, 0.93, 0.99]) {
        context.moveTo(left, y * height);
        context.lineTo(right, y * height);
      }
      for (let slab = -12; slab <= 12; slab += 1) {
        context.moveTo(width / 2 + slab * unit * 0.12, edge);
        context.lineTo(width / 2 + slab * unit * 0.22, stage.bottom);
      }
      context.stroke();
      context.fillStyle = lighter(stone, 0.4);
      context.fillRect(left, edge, right - left, unit * 0.01);
    },
    0.85,
  );
}

/** A bank of grass before the water. */
function bank(stage: Stage): Sheet {
  const { light, random, left, right, width, height, unit, shot } = stage;
  const isWhite = shot.weather === 'snow';
  const green = seen(light, isWhite ? '#f0f5ff' : shot.weather === 'leaves' ? '#b5954a' : '#7fa84f');
  const edge = (x: number): number => (0.865 + 0.012 * Math.sin((x / width) * 5 + 1)) * height;
  return stage.sheet(
    1,
    (context) => {
      context.beginPath();
      context.moveTo(left, stage.bottom);
      for (let x = left; x <= right; x += 6) context.lineTo(x, edge(x));
      context.lineTo(right, stage.bottom);
      context.closePath();
      const ground = context.createLinearGradient(0, 0.85 * height, 0, 1.1 * height);
      ground.addColorStop(0, green);
      ground.addColorStop(1, darker(green, 0.5));
      context.fillStyle = ground;
      context.fill();
      if (isWhite) return;
      for (const row of [0.87, 0.9, 0.95, 1.02]) {
        grass(context, random, {
          from: left,
          to: right,
          y: (x) => edge(x) + (row - 0.865 + random.next() * 0.03) * height,
          tall: unit * 0.075 * (row - 0.5) * 2,
          count: 420,
          colours: [green, lighter(green, 0.14), darker(green, 0.26)],
        });
      }
      flowers(context, random, {
        from: left,
        to: right,
        y: (share) => (0.89 + share * 0.2) * height,
        size: (share) => unit * (0.004 + share * 0.008),
        count: 60,
        colours: ['#ffffff', '#f6d743', '#b58ae0'].map((colour) => seen(light, colour)),
      });
    },
    0.78,
  );
}

/** A stone bridge on arches; its rails lie at 0.71 of the height. */
function viaduct(stage: Stage): Sheet {
  const { light, random, left, right, height, unit } = stage;
  const stone = light.isDark ? '#3a3f55' : seen(light, '#b0a08a');
  const deck = 0.705 * height;
  return stage.sheet(
    1,
    (context) => {
      wash(context, { x: left, y: deck, width: right - left, height: stage.bottom - deck }, [
        [0, lighter(stone, 0.16)],
        [0.5, stone],
        [1, darker(stone, 0.4)],
      ]);
      context.strokeStyle = faint(darker(stone, 0.5), 0.3);
      context.lineWidth = 1;
      for (let y = deck, row = 0; y < stage.bottom; y += unit * 0.026, row += 1) {
        for (let x = left - (row % 2) * unit * 0.03; x < right; x += unit * 0.06) {
          context.strokeRect(x, y, unit * 0.06, unit * 0.026);
          if (!random.chance(0.2)) continue;
          context.fillStyle = faint(random.chance(0.5) ? lighter(stone, 0.3) : darker(stone, 0.4), 0.18);
          context.fillRect(x, y, unit * 0.06, unit * 0.026);
        }
      }
      const span = unit * 0.42;
      for (let x = left + span * 0.3; x < right + span; x += span) {
        const [radius, crown] = [span * 0.38, deck + unit * 0.075];
        const arch = (grow: number): void => {
          context.beginPath();
          context.moveTo(x - radius - grow, stage.bottom);
          context.lineTo(x - radius - grow, crown + radius);
          context.arc(x, crown + radius, radius + grow, Math.PI, 0);
          context.lineTo(x + radius + grow, stage.bottom);
        };
        arch(unit * 0.016);
        context.strokeStyle = lighter(stone, 0.28);
        context.lineWidth = unit * 0.012;
        context.stroke();
        context.globalCompositeOperation = 'destination-out';
        arch(0);
        context.fill();
        context.globalCompositeOperation = 'source-over';
        // The arch's underside, in the shade.
        context.save();
        arch(0);
        context.clip();
        arch(0);
        context.strokeStyle = darker(stone, 0.55);
        context.lineWidth = unit * 0.06;
        context.stroke();
        context.restore();
      }
      context.fillStyle = lighter(stone, 0.3);
      context.fillRect(left, deck, right - left, unit * 0.012);
      context.fillStyle = darker(stone, 0.4);
      context.fillRect(left, deck + unit * 0.034, right - left, unit * 0.008);
    },
    0.68,
  );
}
