import { createRandom } from '../shared/random.ts';
import type { Subject } from '../shared/scene/scene.ts';
import { canvasOf, type Context, dab } from './brush.ts';
import { isPerson } from '../shared/scene/companions.ts';
import { css } from './colour.ts';
import { paceOf } from './pace.ts';
import type { Layer, Setting, Spot, Stage } from './stage.ts';
import type { SubjectPainter, SubjectView } from './subject.ts';
import { painterOf } from './subjects.ts';

/** The subjects of a shot in their places. `focus`: where the camera looks, in pixels. */
type Cast = {
  readonly layer: Layer;
  readonly focus: readonly [number, number];
  /** How fast the ground passes by below the subject, pixels each second. */
  readonly ground: number;
};

/** How far a subject goes while one looks, in frame widths each second. */
const speeds: Readonly<Partial<Record<Subject, number>>> = {
  sailboat: 0.012,
  boat: 0.008,
  rowboat: 0.02,
  raft: 0.014,
  ship: 0.01,
  plane: 0.03,
  helicopter: 0.02,
  balloon: 0.008,
  drone: 0.015,
  whale: 0.015,
};

/** The tallest who stands may be, in heights of the frame: the camera goes near, and the head stays in. */
const tallest = 0.78;
/** The widest a subject may be, in widths of the frame. */
const widest = 0.92;

type Role = {
  readonly subject: Subject;
  readonly painter: SubjectPainter;
  readonly x: number;
  readonly y: number;
  /** Pixels high. */
  readonly tall: number;
  readonly isMirrored: boolean;
  /** Of several, which one. */
  readonly index: number;
};

export function castOf(stage: Stage, setting: Setting, seed: number): Cast {
  const { shot, width, height } = stage;
  const roles = rolesOf(stage, setting);
  const lead = roles.at(-1);
  const focus: readonly [number, number] =
    lead === undefined
      ? [width / 2, height * 0.45]
      : [
          (roles.filter(({ subject }) => subject === lead.subject).reduce((sum, { x }) => sum + x, 0) / shot.count) *
            width,
          Math.min(height * 0.75, lead.y * height - lead.tall / 2),
        ];
  const { key, rim, shade, isDark } = setting.light;
  const halo = haloOf(rim);
  const pace = lead === undefined ? { ground: 0, across: 0 } : paceOf(stage, lead.tall);
  const view = (time: number, { subject, tall, index }: Role): SubjectView => ({
    // Several do not move as one.
    seconds: time + index * 0.37,
    tall,
    light: { key, rim, shade, isDark },
    random: createRandom(seed + index).next,
    aspect: width / height,
    color: shot.color === null ? null : css[shot.color],
    // Whoever is beside a person is somebody else.
    person: subject !== shot.subject && isPerson(shot.subject) ? null : shot.person,
    isRaining: setting.isOutdoors && (shot.weather === 'rain' || shot.weather === 'storm'),
    isAtSurface: setting.mirror !== undefined,
    isResting: shot.isResting,
    isSnowy: shot.weather === 'snow' || (shot.place === 'mountains' && shot.weather === 'clear'),
  });
  return {
    focus,
    ground: pace.ground,
    layer: {
      depth: 1,
      draw: (context, { seconds }) => {
        for (const role of roles) {
          const speed =
            role.subject === lead?.subject ? (speeds[role.subject] ?? pace.across) : (speeds[role.subject] ?? 0);
          const x = (role.x + speed * (seconds - shot.seconds / 2)) * width;
          const y = role.y * height;
          if (role.painter.anchor !== 'sky' || isDark) lift(context, halo, x, y, role, isDark ? 0.3 : 0.22);
          if (role.isMirrored) mirrored(context, role, x, y, view(seconds, role));
          place(context, x, y, role.tall, role.tall, () => role.painter.draw(context, view(seconds, role)));
        }
      },
    },
  };
}

/** The companion first, so that the subject stands before it. */
function rolesOf({ shot, width, height }: Stage, setting: Setting): readonly Role[] {
  const isPair = shot.subject !== null && shot.companion !== null;
  const role = (subject: Subject | null, isLead: boolean): readonly Role[] => {
    if (subject === null) return [];
    const painter = painterOf(subject);
    const anchor = subject === 'whale' && setting.mirror !== undefined ? 'water' : painter.anchor;
    const spot = spotOf(setting, anchor);
    const isSharing = isPair && anchor !== 'sky';
    const scale = spot.scale * (shot.framing === 'close' ? 1.25 : 1) * (isSharing ? 0.85 : 1) * (isLead ? 1 : 0.85);
    const roomAbove = anchor === 'sky' ? spot.y - 0.06 : tallest;
    const room = shot.framing === 'close' ? widest * 0.88 : widest;
    const count = isLead ? shot.count : 1;
    const share = Math.min(
      painter.height * scale * (count === 1 ? 1 : 0.8),
      (((count === 1 ? room : room * 0.9) / count) * (width / height)) / painter.width,
      roomAbove,
    );
    const isHigh = isPair && !isLead && anchor === 'sky' && anchorOf(shot.subject) === 'sky';
    const isAround = subject === 'splash' || shot.companion === 'splash';
    const x = isAround ? spot.x : isSharing ? (isLead ? 0.36 : 0.68) : isHigh ? 0.72 : spot.x;
    const y = Math.max(spot.y, Math.min(1.02, share + 0.04)) - (isLead ? 0 : isHigh ? 0.12 : 0.03);
    const apart = (painter.width * share * height) / width;
    return Array.from({ length: count }, (_, index) => ({
      subject,
      painter,
      x: count === 1 ? x : 0.5 + (index - (count - 1) / 2) * apart,
      y: y + (index % 2) * 0.02,
      tall: share * height * (index % 2 === 0 ? 1 : 0.92),
      isMirrored: anchor === 'water' && setting.mirror !== undefined,
      index,
    }));
  };
  return [...role(shot.companion, false), ...role(shot.subject, true)];
}

const anchorOf = (subject: Subject | null): SubjectPainter['anchor'] | null =>
  subject === null ? null : painterOf(subject).anchor;

function spotOf({ spots }: Setting, anchor: SubjectPainter['anchor']): Spot {
  switch (anchor) {
    case 'ground':
      return spots.ground;
    case 'water':
      return spots.water ?? spots.ground;
    case 'sky':
      return spots.sky ?? { x: 0.5, y: 0.52, scale: 1 };
    case 'table':
      return spots.table ?? spots.ground;
  }
}

function place(context: Context, x: number, y: number, across: number, up: number, draw: () => void): void {
  context.save();
  context.translate(x, y);
  context.scale(across, up);
  draw();
  context.restore();
}

function mirrored(context: Context, { painter, tall }: Role, x: number, y: number, view: SubjectView): void {
  context.save();
  context.globalAlpha = 0.28;
  place(context, x, y + tall * 0.02, tall, -tall * 0.8, () => painter.draw(context, view));
  context.restore();
}

function haloOf(colour: string): OffscreenCanvas {
  const context = canvasOf(256, 256);
  dab(context, 128, 128, 128, colour, 0.9);
  return context.canvas;
}

/** A faint light behind it, so that nothing drowns in a ground of its own colour. */
function lift(
  context: Context,
  halo: OffscreenCanvas,
  x: number,
  y: number,
  { tall, painter }: Role,
  opacity: number,
): void {
  const wide = tall * Math.max(1.1, painter.width) * 1.5;
  context.save();
  context.globalAlpha = opacity;
  // Too faint for its pixels to be seen, and much quicker.
  context.imageSmoothingEnabled = false;
  context.drawImage(halo, x - wide / 2, y - tall * 1.25, wide, tall * 1.5);
  context.restore();
}
