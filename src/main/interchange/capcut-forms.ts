import type { Look } from '../drafts/look.ts';
import type { Asset } from './plan.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What lies in front has the higher one. */
const renderIndex = { video: 0, audio: 0, text: 14_000 } as const;
export type Kind = keyof typeof renderIndex;

const usualTextSize = 15;

/** The lists of materials that a draft has, filled or not. */
export const lists =
  'ai_translates audio_balances audio_effects audio_fades audio_track_indexes audios beats canvases chromas color_curves digital_humans drafts effects flowers green_screens handwrites hsl images log_color_wheels loudnesses manual_deformations masks material_animations material_colors multi_language_refs placeholders plugin_effects primary_color_wheels realtime_denoises shapes smart_crops smart_relights sound_channel_mappings speeds stickers tail_leaders text_templates texts time_marks transitions video_effects video_trackings videos vocal_beautifys vocal_separations'.split(
    ' ',
  );

type Range = { readonly start: number; readonly duration: number };

/** A title's words with their look. */
export function textMaterial(materialId: string, words: string, look: Look): Json {
  const style = {
    fill: { alpha: 1, content: { render_type: 'solid', solid: { alpha: 1, color: look.textColor ?? [1, 1, 1] } } },
    range: [0, words.length],
    size: look.textSize ?? usualTextSize,
    bold: false,
    italic: false,
    underline: false,
    strokes: [],
  };
  return {
    add_type: 0,
    alignment: { left: 0, center: 1, right: 2 }[look.textAlign ?? 'center'],
    base_content: '',
    bold_width: 0,
    check_flag: 7,
    combo_info: { text_templates: [] },
    content: JSON.stringify({ styles: [style], text: words }),
    fixed_height: -1,
    fixed_width: -1,
    force_apply_line_max_width: false,
    group_id: '',
    id: materialId,
    initial_scale: 1,
    inner_padding: -1,
    is_rich_text: false,
    italic_degree: 0,
    language: '',
    layer_weight: 1,
    letter_spacing: 0,
    line_feed: 1,
    line_max_width: 0.82,
    line_spacing: 0.02,
    name: '',
    type: 'text',
    typesetting: 0,
    underline_offset: 0.22,
    underline_width: 0.05,
    words: { end_time: [], start_time: [], text: [] },
  };
}

/** Where and how a picture stands. */
export function placeOf({ opacity, rotation, scale, x, y, flippedX, flippedY }: Look): Json {
  return {
    alpha: opacity ?? 1,
    flip: { horizontal: flippedX ?? false, vertical: flippedY ?? false },
    rotation: rotation ?? 0,
    scale: { x: scale ?? 1, y: scale ?? 1 },
    transform: { x: x ?? 0, y: y ?? 0 },
  };
}

/** What all pieces of a track have. */
export function segmentOf(kind: Kind, id: string, materialId: string, target: Range): Json {
  return {
    caption_info: null,
    cartoon: false,
    common_keyframes: [],
    enable_adjust: true,
    enable_color_curves: true,
    enable_color_wheels: true,
    enable_lut: true,
    group_id: '',
    id,
    intensifies_audio: false,
    is_placeholder: false,
    is_tone_modify: false,
    keyframe_refs: [],
    last_nonzero_volume: 1,
    material_id: materialId,
    render_index: renderIndex[kind],
    reverse: false,
    target_timerange: target,
    template_id: '',
    template_scene: 'default',
    track_attribute: 0,
    track_render_index: 0,
    visible: true,
  };
}

export function videoMaterial({ name, kind, info }: Asset, id: string, path: string, duration: number): Json {
  return {
    category_name: 'local',
    check_flag: 63_487,
    crop: {
      lower_left_x: 0,
      lower_left_y: 1,
      lower_right_x: 1,
      lower_right_y: 1,
      upper_left_x: 0,
      upper_left_y: 0,
      upper_right_x: 1,
      upper_right_y: 0,
    },
    crop_ratio: 'free',
    crop_scale: 1,
    duration,
    has_audio: info.hasAudio,
    height: info.height ?? 0,
    id,
    local_material_id: id.toLowerCase(),
    material_id: id,
    material_name: name,
    path,
    source: 0,
    source_platform: 0,
    type: kind === 'image' ? 'photo' : 'video',
    width: info.width ?? 0,
  };
}

export function soundMaterial({ name }: Asset, id: string, path: string, duration: number): Json {
  return {
    app_id: 0,
    category_name: 'local',
    check_flag: 1,
    copyright_limit_type: 'none',
    duration,
    id,
    local_material_id: id.toLowerCase(),
    music_id: id,
    name,
    path,
    source_platform: 0,
    type: 'extract_music',
    wave_points: [],
  };
}

const platform = { app_id: 3704, app_source: 'lv', app_version: '5.9.0', os: 'windows' } as const;

type Draft = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** Epoch ms. */
  readonly now: number;
  readonly id: () => string;
};

/** `draft_content.json` around a cut. */
export function contentOf({ name, width, height, fps, now, id }: Draft, cut: Json): Json {
  return {
    ...cut,
    canvas_config: { height, ratio: 'original', width },
    color_space: 0,
    config: { maintrack_adsorb: false, material_save_mode: 0, video_mute: false },
    cover: null,
    create_time: Math.floor(now / 1000),
    extra_info: null,
    fps,
    free_render_index_mode_on: false,
    group_container: null,
    id: id(),
    keyframe_graph_list: [],
    keyframes: {
      adjusts: [],
      audios: [],
      effects: [],
      filters: [],
      handwrites: [],
      stickers: [],
      texts: [],
      videos: [],
    },
    last_modified_platform: platform,
    platform,
    mutable_config: null,
    name,
    new_version: '110.0.0',
    relationships: [],
    render_index_track_mode_on: false,
    source: 'default',
    static_cover_image_path: '',
    update_time: Math.floor(now / 1000),
    version: 360_000,
  };
}

/** `draft_meta_info.json`. `materials`: the files, as the draft lists them. */
export function metaOf({ name, now, id }: Draft, duration: number, materials: readonly Json[]): Json {
  return {
    draft_cover: '',
    // Filled in by the editor when it first sees the draft.
    draft_fold_path: '',
    draft_root_path: '',
    draft_id: id(),
    draft_is_invisible: false,
    draft_materials: [0, 1, 2, 3, 6, 7, 8].map((type) => ({ type, value: type === 0 ? materials.map(entryOf) : [] })),
    draft_materials_copied_info: [],
    draft_name: name,
    draft_new_version: '',
    draft_removable_storage_device: '',
    draft_segment_extra_info: [],
    tm_draft_create: now * 1000,
    tm_draft_modified: now * 1000,
    tm_draft_removed: 0,
    tm_duration: duration,
  };
}

const noRange = { duration: -1, start: -1 } as const;

/** A file by which newer versions find what a material means: its `local_material_id`. */
function entryOf({
  local_material_id: id,
  path,
  name,
  material_name: title,
  type,
  width,
  height,
  duration,
}: Json): Json {
  return {
    create_time: -1,
    duration,
    enter_from: 0,
    extra_info: title ?? name,
    file_Path: path,
    height: height ?? 0,
    id,
    import_time: -1,
    import_time_ms: -1,
    item_source: 1,
    md5: '',
    metetype: type === 'video' || type === 'photo' ? type : 'music',
    roughcut_time_range: noRange,
    sub_time_range: noRange,
    type: 0,
    width: width ?? 0,
  };
}
