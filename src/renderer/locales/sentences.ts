import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import type { Notice } from '../../shared/domain/turn.ts';
import { uploadFormats } from '../../shared/domain/upload.ts';
import { conversionOf, type MediaInfo } from '../../shared/domain/media-info.ts';
import type { DecisionReason } from '../../shared/domain/needs-decision.ts';
import { loudness, moment, range, size } from './format.ts';
import type { Translate } from './text.ts';

/** All that the cloud takes. */
export const acceptedFormats = Object.keys(uploadFormats).join(', ');

/** The one clear sentence for a failure. */
export function failureText(t: Translate, failure: Failure): string {
  if (failure.code === 'token-spent') return spentText(t, Number(failure.params?.['until'] ?? NaN));
  if (failure.code === 'over-ceiling' && failure.params !== undefined) {
    const pending = Number(failure.params['pending'] ?? 0) > 0;
    return t(pending ? 'composer.overCeilingPending' : 'composer.overCeiling', failure.params);
  }
  if (failure.code === 'message-too-long' && failure.params !== undefined) {
    const { length, most } = failure.params;
    // Both languages divide thousands alike.
    return t('composer.tooLong', { length: length?.toLocaleString('en'), most: most?.toLocaleString('en') });
  }
  if (failure.code === 'disk-short')
    return t('failure.disk-short', {
      needed: size(Number(failure.params?.['needed'] ?? 0)),
      free: size(Number(failure.params?.['free'] ?? 0)),
    });
  if (failure.code === 'refused' && failure.params?.['reason'] !== undefined)
    return t('chat.refusedBecause', failure.params);
  // Only this computer knows by how much a file is too large.
  if (failure.code === 'file-too-large' && failure.params !== undefined && failure.params['maxBytes'] === undefined)
    return t('files.tooLargeThere');
  return t(`failure.${failure.code}`, { formats: acceptedFormats, ...failure.params });
}

/** When free credits come back, epoch ms: the day, or the time where that is soon. */
function spentText(t: Translate, until: number): string {
  if (Number.isNaN(until)) return t('failure.token-spent');
  const isSoon = new Date(until).toDateString() === new Date().toDateString();
  // Named anew each time: formats are kept, with the time zone they were made in.
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return t(isSoon ? 'account.spentAt' : 'account.spentOn', { until, formatParams: { until: { timeZone } } });
}

/** The sentence for what the app itself has to say. */
export function noticeText(t: Translate, notice: Notice): string {
  if (notice.code === 'recovering') return t('notice.recovering', { attempt: notice.attempt, of: notice.of });
  if (notice.code === 'export-form' && notice.width !== undefined && notice.height !== undefined)
    return t('exports.form', { width: notice.width, height: notice.height });
  return t(`notice.${notice.code}`);
}

const knownEffects = ['fade in', 'fade out', 'fade', 'warm', 'cold', 'black and white', 'cross-fade'] as const;

/** What a piece of a track is called on the screen: words of a title in quotes, effects in the user's language. */
export function pieceName(t: Translate, track: TrackKind, name: string): string {
  if (track === 'text') return t('change.quoted', { text: name });
  if (track !== 'other') return name;
  const known = knownEffects.find((effect) => effect === name.trim().toLowerCase());
  return known === undefined ? name : t(`change.effect.${known}`);
}

/** One line of a card of changes; `detail` names the piece where the sentence itself does not. */
type ChangeLine = { readonly track: TrackKind; readonly text: string; readonly detail: string | null };

/** Words a difference in the cut: `Title added: “Urban Dreams” (0–3s)`, `Music 35% → 20%`. */
export function changeLine(t: Translate, change: DraftChange): ChangeLine {
  const track = t(`track.${change.track}`);
  const line = (text: string, detail: string | null = null): ChangeLine => ({ track: change.track, text, detail });
  const named = (name: string) => pieceName(t, change.track, name);
  switch (change.kind) {
    case 'added':
      return line(addedText(t, change, named(change.name)));
    case 'removed':
      return line(t('change.removed', { track, name: named(change.name) }));
    case 'restyled':
      return line(t('change.restyled', { track, name: named(change.name) }));
    case 'trimmed':
    case 'moved': {
      const times = { track, from: moment(t, change.fromMs), to: moment(t, change.toMs) };
      const longer = change.kind === 'trimmed' && change.toMs > change.fromMs;
      return line(t(longer ? 'change.lengthened' : `change.${change.kind}`, times), named(change.name));
    }
    case 'volume':
      return line(volumeText(t, track, change.from, change.to), named(change.name));
    case 'renamed':
      return line(t('change.renamed', { track, from: named(change.from), to: named(change.to) }));
    default:
      return assertNever(change);
  }
}

function addedText(t: Translate, change: Extract<DraftChange, { readonly kind: 'added' }>, name: string): string {
  const track = t(`track.${change.track}`);
  if (change.track === 'audio' && change.volume !== null)
    return t('change.addedVolume', { track, name, volume: loudness(change.volume) });
  return t('change.added', { track, name, range: range(t, change.startMs, change.endMs) });
}

function volumeText(t: Translate, track: string, from: number | null, to: number | null): string {
  if (to === null) return t('change.volumeUnknown', { track });
  if (from === null) return t('change.volumeSet', { track, to: loudness(to) });
  return t('change.volume', { track, from: loudness(from), to: loudness(to) });
}

/** Why a file of `bytes` was not sent, in a sentence. `info`: what it holds, as far as somebody has looked. */
export function decisionText(t: Translate, reason: DecisionReason, bytes: number, info?: MediaInfo): string {
  switch (reason.kind) {
    case 'too-large':
      return t('importReview.needsDecision.too-large', { size: size(bytes) });
    case 'convertible':
      return t(`importReview.needsDecision.${info && conversionOf(info) === null ? 'undecodable' : 'convertible'}`, {
        format: reason.format.toUpperCase(),
        formats: acceptedFormats,
      });
    case 'misnamed':
    case 'duplicate':
      return t(`importReview.needsDecision.${reason.kind}`, { name: reason.name });
    case 'damaged':
      return t('importReview.needsDecision.damaged');
  }
}
