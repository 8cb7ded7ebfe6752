import { type Asset, endOf, type Item, type Plan } from './plan.ts';
import { divisor, type FrameRate, framesIn, namedRate, type Timecode } from './timecode.ts';
import { relativeUrl, xmlText } from './text.ts';

/** Final Cut's own title template, which every copy of it has. */
const titleEffect = '.../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti';
/** What Final Cut takes for silence. */
const silence = '-96dB';

/**
 * The cut as FCPXML 1.10: the lowest row of pictures is the primary storyline, all else hangs on it in lanes, pictures and titles
 * above (1, 2, …), sound below (-1, -2, …). All times are whole frames, written as fractions of a second.
 */
export function writeFcpxml(plan: Plan): string {
  const asked = framesAsked(plan);
  const assets = [...asked.keys()];
  const write: Writing = { rate: plan.rate, ids: new Map(assets.map((asset, index) => [asset, `a${index + 1}`])) };
  const name = xmlText(plan.name);
  const duration = seconds(plan.duration, plan.rate);
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    '<fcpxml version="1.10">',
    '  <resources>',
    ...formats(plan, assets).map((line) => `    ${line}`),
    ...(plan.rows.some(({ kind }) => kind === 'title')
      ? [`    <effect id="title" name="Basic Title" uid="${titleEffect}"/>`]
      : []),
    ...[...asked].flatMap(([asset, frames]) => assetElement(asset, frames, write)).map((line) => `    ${line}`),
    '  </resources>',
    '  <library>',
    `    <event name="${name}">`,
    `      <project name="${name}">`,
    `        <sequence format="cut" duration="${duration}" tcStart="0s" tcFormat="NDF" audioLayout="stereo" audioRate="48k">`,
    '          <spine>',
    ...storyline(plan, write).map((line) => `            ${line}`),
    '          </spine>',
    '        </sequence>',
    '      </project>',
    '    </event>',
    '  </library>',
    '</fcpxml>',
  ]);
}

type Writing = { readonly rate: FrameRate; readonly ids: ReadonlyMap<Asset, string> };

function lines(parts: readonly string[]): string {
  return parts.map((line) => `${line}\n`).join('');
}

/** Frames as a fraction of a second, reduced: `5s`, `1001/30000s`. `since`: what they come after. */
export function seconds(frames: number, { num, den }: FrameRate, since: Timecode | null = null): string {
  const own = { over: frames * den, under: num };
  const before = { over: (since?.frames ?? 0) * (since?.rate.den ?? 1), under: since?.rate.num ?? 1 };
  const shared = divisor(own.under, before.under);
  const over = own.over * (before.under / shared) + before.over * (own.under / shared);
  const under = (own.under / shared) * before.under;
  const common = divisor(over, under);
  return under / common === 1 ? `${over / common}s` : `${over / common}/${under / common}s`;
}

/** What the file's own time begins with. */
function startOf(asset: Asset | null | undefined): Timecode | null {
  return asset?.info.timecode ?? null;
}

function formats(plan: Plan, assets: readonly Asset[]): readonly string[] {
  const format = (id: string, rate: FrameRate, width: number, height: number): string =>
    `<format id="${id}" frameDuration="${seconds(1, rate)}" width="${width}" height="${height}" colorSpace="1-1-1 (Rec. 709)"/>`;
  const own = assets
    .filter((asset) => formatOf(asset) === formatId(asset))
    .map((asset) => [formatId(asset), asset.info] as const);
  return [
    format('cut', plan.rate, plan.width, plan.height),
    ...new Map(
      own.map(([id, { width, height, fps }]) => [
        id,
        format(id, namedRate(fps ?? 0) ?? plan.rate, width ?? 0, height ?? 0),
      ]),
    ).values(),
    ...(assets.some(({ kind }) => kind === 'image') ? ['<format id="still" name="FFVideoFormatRateUndefined"/>'] : []),
  ];
}

/** The format of a file, where its size and rate are known; a picture has none of its own rate. */
function formatOf(asset: Asset): string | null {
  if (asset.kind === 'audio') return null;
  if (asset.kind === 'image') return 'still';
  const { width, height, fps } = asset.info;
  return width !== null && height !== null && fps !== null && namedRate(fps) !== null ? formatId(asset) : 'cut';
}

function formatId({ info: { width, height, fps } }: Asset): string {
  return `f${width}x${height}p${Math.round((fps ?? 0) * 100)}`;
}

/** Every file that is used, with the last of its frames that is. */
function framesAsked(plan: Plan): ReadonlyMap<Asset, number> {
  const asked = new Map<Asset, number>();
  for (const { asset, source, duration } of plan.rows.flatMap(({ items }) => items))
    if (asset !== null) asked.set(asset, Math.max(asked.get(asset) ?? 0, source + duration));
  return asked;
}

/** A file says its length, but never less than is used of it: editors refuse more. */
function assetElement(asset: Asset, asked: number, { rate, ids }: Writing): readonly string[] {
  const { info, kind } = asset;
  const frames = info.durationMs === null ? asked : Math.max(asked, framesIn(info.durationMs, rate));
  const format = formatOf(asset);
  const attributes = [
    `id="${ids.get(asset) ?? ''}"`,
    `name="${xmlText(asset.name)}"`,
    `start="${seconds(0, rate, startOf(asset))}"`,
    `duration="${kind === 'image' ? '0s' : seconds(frames, rate)}"`,
    ...(kind === 'audio' ? [] : ['hasVideo="1"', 'videoSources="1"']),
    ...(format === null ? [] : [`format="${format}"`]),
    ...(kind !== 'image' && info.hasAudio ? ['hasAudio="1"', 'audioSources="1"'] : []),
  ];
  return [
    `<asset ${attributes.join(' ')}>`,
    `  <media-rep kind="original-media" src="./${relativeUrl(asset.path)}"/>`,
    '</asset>',
  ];
}

function storyline(plan: Plan, write: Writing): readonly string[] {
  return storylineOf(plan).flatMap((part) => partElement(part, write));
}

function partElement(part: Storyline, write: Writing): readonly string[] {
  const hanging = part.connected.flatMap(({ item, lane, offset }) =>
    element(item, [`lane="${lane}"`, `offset="${seconds(offset, write.rate, startOf(part.item?.asset))}"`], [], write),
  );
  const place = [`offset="${seconds(part.start, write.rate)}"`];
  if (part.item !== null) return element(part.item, place, hanging, write);
  const length = seconds(part.duration, write.rate);
  return tag('gap', [`name="${xmlText(part.name)}"`, ...place, 'start="0s"', `duration="${length}"`], hanging);
}

/** An item with what hangs on it. `place`: its lane and offset. */
function element(item: Item, place: readonly string[], hanging: readonly string[], write: Writing): readonly string[] {
  const { rate, ids } = write;
  const name = `name="${xmlText(item.name)}"`;
  const times = [
    `start="${seconds(item.source, rate, startOf(item.asset))}"`,
    `duration="${seconds(item.duration, rate)}"`,
  ];
  if (item.asset === null) return title(item, [...place, name, ...times], hanging);
  const attributes = [`ref="${ids.get(item.asset) ?? ''}"`, ...place, name, ...times];
  if (item.asset.kind === 'image') return tag('video', attributes, hanging);
  const roles = item.asset.kind === 'audio' ? ['audioRole="music"'] : [];
  const clock = startOf(item.asset)?.drop === true ? ['tcFormat="DF"'] : [];
  return tag('asset-clip', [...attributes, ...clock, ...roles], [...loudness(item), ...hanging]);
}

function title(item: Item, attributes: readonly string[], hanging: readonly string[]): readonly string[] {
  // Ids are for the whole document: a title's place in time and lane is its own.
  const style = `s${item.start}-${endOf(item)}-${attributes[0]?.replace(/\D/g, '') ?? ''}`;
  return tag(
    'title',
    ['ref="title"', ...attributes],
    [
      `<text><text-style ref="${style}">${xmlText(item.words ?? '')}</text-style></text>`,
      `<text-style-def id="${style}">`,
      '  <text-style font="Helvetica" fontSize="72" fontFace="Bold" fontColor="1 1 1 1" alignment="center"/>',
      '</text-style-def>',
      ...hanging,
    ],
  );
}

/** Decibels, where the draft says how loud; full volume needs no word. */
function loudness({ volume, asset }: Item): readonly string[] {
  if (volume === null || volume === 1 || asset?.info.hasAudio === false) return [];
  return [`<adjust-volume amount="${decibels(volume)}"/>`];
}

/** 0..2 as decibels, to a tenth. */
export function decibels(volume: number): string {
  if (volume <= 0) return silence;
  const value = Math.round(200 * Math.log10(volume)) / 10;
  return value <= -96 ? silence : `${value === 0 ? 0 : value}dB`;
}

function tag(name: string, attributes: readonly string[], children: readonly string[]): readonly string[] {
  const open = `<${name} ${attributes.join(' ')}`;
  return children.length === 0 ? [`${open}/>`] : [`${open}>`, ...children.map((line) => `  ${line}`), `</${name}>`];
}

/** An item that hangs on the storyline. `offset`: where it begins, in the time of what it hangs on. Frames. */
type Connected = { readonly item: Item; readonly lane: number; readonly offset: number };

/** One element of the primary storyline: an item with a file, or a gap (`item` null), with what begins while it plays. Frames. */
type Storyline = {
  readonly item: Item | null;
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  /** By lane, then by time. */
  readonly connected: readonly Connected[];
};

/**
 * The lowest row of pictures from the beginning to the end of everything, with gaps where it has nothing; the other rows hang on
 * it: pictures and titles in lanes 1, 2, …, sound in lanes -1, -2, …. A gap hangs nowhere.
 */
export function storylineOf(plan: Plan): readonly Storyline[] {
  const primary = plan.rows.find(({ kind }) => kind === 'video')?.items ?? none;
  const spine = filled(primary, plan.duration);
  const hanging = spine.map(() => new Set<Connected>());
  for (const { lane, items } of lanesOf(plan, primary)) {
    let at = 0;
    for (const item of items) {
      while (at < spine.length - 1 && item.start >= endOfPart(spine[at])) at += 1;
      const part = spine[at];
      if (!part) continue;
      hanging[at]?.add({ item, lane, offset: (part.item?.source ?? 0) + item.start - part.start });
    }
  }
  return spine.map((part, index) => ({ ...part, connected: [...(hanging[index] ?? [])] }));
}

type Part = Omit<Storyline, 'connected'>;

function filled(primary: readonly Item[], duration: number): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  const fill = (until: number): void => {
    if (until > at) parts.push({ item: null, name: 'Gap', start: at, duration: until - at });
  };
  for (const item of primary) {
    fill(item.start);
    const { name, start } = item;
    parts.push({ item: item.asset === null ? null : item, name: name || 'Gap', start, duration: item.duration });
    at = endOf(item);
  }
  fill(duration);
  return parts;
}

function endOfPart(part: Part | undefined): number {
  return part ? part.start + part.duration : 0;
}

type Lane = { readonly lane: number; readonly items: readonly Item[] };

function lanesOf(plan: Plan, primary: readonly Item[]): readonly Lane[] {
  const rows = plan.rows
    .filter(({ items }) => items !== primary)
    .map(({ kind, items }) => ({ kind, items: items.filter(({ asset, words }) => asset !== null || words !== null) }))
    .filter(({ items }) => items.length > 0);
  const above = rows.filter(({ kind }) => kind !== 'audio');
  const below = rows.filter(({ kind }) => kind === 'audio');
  return [
    ...below.map(({ items }, index) => ({ lane: -1 - index, items })).toReversed(),
    ...above.map(({ items }, index) => ({ lane: index + 1, items })),
  ];
}

const none: readonly Item[] = [];
