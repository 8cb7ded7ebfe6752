import { Clapperboard } from 'lucide-react';
import type { Composition } from '../../shared/composition/composition.ts';
import { useText } from '../locales/text.ts';
import { playSaved, stopWatching, watch } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { MenuItem } from '../ui/menu.tsx';
import { StageMenu } from './controls.tsx';

/** Clips that anybody picks out of a list. */
const mostClips = 100;

/** Chooses what plays: the whole video, one of its clips, or what was exported last. `composition`: null while a single file plays. */
export function SourceMenu({ composition }: { readonly composition: Composition | null }) {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const saved = useWindow(({ exports, openProjectId }) =>
    exports.findLast((job) => job.projectId === openProjectId && job.state === 'saved'),
  );
  const clips = clipsOf(composition);
  if (composition !== null && clips.length < 2 && saved === undefined) return null;
  return (
    <StageMenu
      name={t('preview.showsMenu')}
      list={t('preview.showsMenu')}
      trigger={<Clapperboard size={15} aria-hidden />}
      className="@max-[380px]:hidden"
    >
      <MenuItem onClick={stopWatching}>{t('preview.film')}</MenuItem>
      {clips.map(({ mediaId, name }) => (
        <MenuItem key={mediaId} onClick={() => watch({ kind: 'clip', projectId, mediaId, name })}>
          <span className="truncate">{name}</span>
        </MenuItem>
      ))}
      {saved !== undefined && <MenuItem onClick={() => void playSaved(saved)}>{t('preview.lastExport')}</MenuItem>}
    </StageMenu>
  );
}

type PlayableClip = { readonly mediaId: string; readonly name: string };

function clipsOf(composition: Composition | null): readonly PlayableClip[] {
  const clips = new Map<string, PlayableClip>();
  for (const item of composition?.tracks.flat() ?? []) {
    if (item.kind !== 'clip' || item.source === null || clips.size >= mostClips) continue;
    clips.set(item.source.mediaId, { mediaId: item.source.mediaId, name: item.name });
  }
  return [...clips.values()];
}
