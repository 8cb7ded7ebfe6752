import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { sentences } from '../locales/format.ts';
import { useText } from '../locales/text.ts';

type Props = {
  readonly tracks: Pick<MediaInfo, 'videoTracks' | 'audioTracks'>;
  /** Further text about the result, if any. */
  readonly more?: string;
};

/** Says beforehand which tracks the encoded copy will lack; nothing where the file has one of each. */
export function LostTracks({ tracks: { videoTracks, audioTracks }, more }: Props) {
  const { t, locale } = useText();
  const losses = [
    ...(videoTracks > 1 ? [t('mediaJob.lostPictures', { tracks: videoTracks })] : []),
    ...(audioTracks > 1 ? [t('mediaJob.lostSound', { tracks: audioTracks })] : []),
  ];
  if (losses.length === 0) return null;
  return (
    <p role="note" className="text-sm">
      {sentences(locale, [...losses, ...(more === undefined ? [] : [more])])}
    </p>
  );
}
