import { conversionOf, type FileFacts } from '../../shared/domain/media-info.ts';
import type { HeldReason } from '../../shared/domain/needs-decision.ts';
import { size } from './format.ts';
import { acceptedFormats } from './sentences.ts';
import type { Say } from './text.ts';

/** Why a file of `bytes` was not sent, in a sentence. `facts`: what it holds, as far as somebody has looked. */
export function heldText(t: Say, reason: HeldReason, bytes: number, facts?: FileFacts): string {
  switch (reason.kind) {
    case 'too-large':
      return t('intake.held.too-large', { size: size(bytes) });
    case 'convertible':
      return t(`intake.held.${facts && conversionOf(facts) === null ? 'undecodable' : 'convertible'}`, {
        format: reason.format.toUpperCase(),
        formats: acceptedFormats,
      });
    case 'misnamed':
    case 'duplicate':
      return t(`intake.held.${reason.kind}`, { name: reason.name });
    case 'damaged':
      return t('intake.held.damaged');
  }
}
