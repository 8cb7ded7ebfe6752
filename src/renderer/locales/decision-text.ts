import { conversionOf, type MediaInfo } from '../../shared/domain/media-info.ts';
import type { DecisionReason } from '../../shared/domain/needs-decision.ts';
import { size } from './format.ts';
import { acceptedFormats } from './sentences.ts';
import type { Translate } from './text.ts';

/** Why a file of `bytes` was not sent, in a sentence. `facts`: what it holds, as far as somebody has looked. */
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
