import type { TrackKind } from '../draft/edits.ts';
import { quoted, withoutQuotes } from './quotes.ts';

/** What a message asks for, before it is known which clips and sounds there are. */
export type Wish =
  | { readonly kind: 'place-uploads' }
  | { readonly kind: 'set-title'; readonly text: string }
  | { readonly kind: 'set-music'; readonly mood: Mood }
  | { readonly kind: 'add-effect' }
  | { readonly kind: 'remove'; readonly what: TrackKind }
  | { readonly kind: 'volume'; readonly of: 'audio' | 'video'; readonly level?: number; readonly scale?: number }
  | { readonly kind: 'trim'; readonly durationMs: number };

export type Mood = 'calm' | 'upbeat' | 'lofi' | 'epic' | 'sad' | 'any';

export type Intent =
  | { readonly kind: 'generate'; readonly prompt: string }
  | { readonly kind: 'edit'; readonly wishes: readonly Wish[] }
  | { readonly kind: 'describe' };

/** What the session has so far. */
export interface Situation {
  readonly hasPicture: boolean;
  /** Names of uploads that are not on the timeline yet. */
  readonly waitingUploads: readonly string[];
}

const GENERATE =
  /\b(generate|create|make|produce|shoot|film)\b(?!\s+(the|this|my|it|that)\b).{0,80}\b(video|clip|film|movie|reel|short|trailer|vlog|ad|timelapse|footage|scene)\b|生成|(制作|做|拍|创作|来).{0,20}(视频|短片|影片|片子|动画)/iu;
const TALK = /^\s*(hi|hello|hey|thanks|thank you|你好|您好|谢谢)\b|[?？]\s*$|^(what|who|how|why|which)\b/iu;
const MY_CLIP =
  /\b(my|the|this|these|uploaded|attached)\s+(\w+\s+)?(clips?|videos?|footage|files?|uploads?|photos?|pictures?|images?)\b|上传的|我的(视频|素材|片段|照片|图片|文件)|这(个|段|些)(视频|素材|片段|照片)|素材/iu;

/** Characters that the agent reads of a message, so that a very long one costs no time. */
const mostCharacters = 4_000;

/** Reads a message in English or Chinese. The same words always mean the same, whatever the seed. */
export function readIntent(whole: string, situation: Situation): Intent {
  const message = whole.slice(0, mostCharacters);
  const said = withoutQuotes(message);
  const referred = refersToUpload(said, message, situation);
  if (GENERATE.test(said) && !referred) return { kind: 'generate', prompt: whole };
  const wishes = clausesOf(said).flatMap((clause) => wishOf(clause, quoted(message)));
  if (!situation.hasPicture && situation.waitingUploads.length === 0) {
    return TALK.test(said) ? { kind: 'describe' } : { kind: 'generate', prompt: whole };
  }
  const placing = referred || (!situation.hasPicture && !TALK.test(said));
  const all: readonly Wish[] = placing ? [{ kind: 'place-uploads' }, ...wishes] : wishes;
  return all.length > 0 ? { kind: 'edit', wishes: all } : { kind: 'describe' };
}

function refersToUpload(said: string, message: string, situation: Situation): boolean {
  if (situation.waitingUploads.length === 0) return false;
  return MY_CLIP.test(said) || situation.waitingUploads.some((name) => message.includes(name));
}

function clausesOf(said: string): readonly string[] {
  return said
    .split(/[,;.!，；。！、]\s*(?!\d)|\band\b|\bthen\b|并且|然后|再|并/iu)
    .filter((clause) => clause.trim() !== '');
}

const TITLE = /\b(titles?|captions?|headings?|headline|subtitles?|text)\b|标题|字幕|片名|文字/iu;
const MUSIC = /\b(music|bgm|song|soundtrack|background track|audio)\b|音乐|配乐|bgm|歌/iu;
const EFFECT = /\b(effects?|transitions?|fade)\b|特效|转场|效果/iu;
const CLIP = /\b(clip|video|shot|footage|voice|original sound)\b|视频|片段|镜头|原声|画面/iu;
const REMOVE = /\b(remove|delete|drop|get rid of|take out|without|strip|no)\b|删|去掉|移除|不要|拿掉/iu;
const LOUDNESS =
  /\b(volume|louder|quieter|softer|lower|mute|turn (up|down)|loud)\b|音量|小声|大声|静音|(小|轻|大|响)一?(点|些)/iu;
const TRIM = /\b(trim|cut|shorten|limit|keep|make it|only the first|first)\b|剪|裁|缩短|截|保留|前/iu;
const SECONDS =
  /(?<!\d)(\d{1,9}(?:\.\d{1,9})?)\s{0,9}(?:-\s{0,9})?(?:s|sec|secs|seconds?)\b|((?<!\d)\d{1,9}(?:\.\d{1,9})?|[一二两三四五六七八九十]{1,3})\s{0,9}秒/iu;

function wishOf(clause: string, quotedText: string | null): readonly Wish[] {
  const target = targetOf(clause);
  if (REMOVE.test(clause) && target !== null) return [{ kind: 'remove', what: target }];
  if (TITLE.test(clause) && quotedText !== null) return [{ kind: 'set-title', text: quotedText }];
  const volume = volumeOf(clause);
  if (volume !== null) return [volume];
  const seconds = TRIM.test(clause) ? SECONDS.exec(clause) : null;
  if (seconds !== null) return [{ kind: 'trim', durationMs: Math.round(secondsOf(seconds) * 1000) }];
  if (TITLE.test(clause)) return [{ kind: 'set-title', text: plainTitle(clause) }];
  if (MUSIC.test(clause)) return [{ kind: 'set-music', mood: moodOf(clause) }];
  if (EFFECT.test(clause)) return [{ kind: 'add-effect' }];
  return [];
}

function targetOf(clause: string): TrackKind | null {
  if (TITLE.test(clause)) return 'text';
  if (MUSIC.test(clause)) return 'audio';
  if (EFFECT.test(clause)) return 'effect';
  return CLIP.test(clause) ? 'video' : null;
}

function volumeOf(clause: string): Wish | null {
  const of = CLIP.test(clause) && !MUSIC.test(clause) ? 'video' : 'audio';
  const percent = /(?<!\d)(\d{1,9}(?:\.\d{1,9})?)\s{0,9}[%％]|百分之\s*(\d+)/u.exec(clause);
  if (percent !== null && (MUSIC.test(clause) || CLIP.test(clause) || LOUDNESS.test(clause))) {
    return { kind: 'volume', of, level: Number(percent[1] ?? percent[2]) / 100 };
  }
  if (!LOUDNESS.test(clause)) return null;
  if (/\bmute\b|静音/iu.test(clause)) return { kind: 'volume', of, level: 0 };
  return { kind: 'volume', of, scale: /louder|turn up|大|响|提高/iu.test(clause) ? 1.5 : 0.5 };
}

function moodOf(clause: string): Mood {
  if (/calm|soft|gentle|relax|peaceful|舒缓|安静|平静|轻柔/iu.test(clause)) return 'calm';
  if (/upbeat|happy|lively|energetic|fun|欢快|动感|活泼/iu.test(clause)) return 'upbeat';
  if (/lo-?fi|chill/iu.test(clause)) return 'lofi';
  if (/epic|dramatic|cinematic|orchestr|史诗|大气/iu.test(clause)) return 'epic';
  return /sad|melanchol|伤感|忧伤/iu.test(clause) ? 'sad' : 'any';
}

/** "add a title called Blue Hour", "add the title Blue Hour", "标题为蓝调时刻". */
function plainTitle(clause: string): string {
  const named =
    /(?:called|saying|reading|titled|named|title:|为|叫|是|改成|写着|标题(?!为|叫|是|改|写))[:：]?\s*([^"]+)$/iu.exec(
      clause,
    ) ?? /\b[Tt]itle\s+(\p{Lu}[^"]*)$/u.exec(clause);
  return named?.[1]?.trim() || 'Untitled';
}

function secondsOf(match: RegExpExecArray): number {
  const digits = match[1] ?? match[2] ?? '';
  const value = Number(digits);
  return Number.isNaN(value) ? chineseNumber(digits) : value;
}

/** 1 to 99 in Chinese numerals. */
function chineseNumber(text: string): number {
  const digit = (part: string | undefined): number =>
    Math.max(0, '零一二三四五六七八九'.indexOf(part === '两' ? '二' : part || '零'));
  if (!text.includes('十')) return digit(text);
  const [tens, ones] = text.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
