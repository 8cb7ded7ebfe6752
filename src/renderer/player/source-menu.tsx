import { Menu } from '@base-ui/react/menu';
import { Clapperboard } from 'lucide-react';
import type { Trouble } from '../../compositor/protocol.ts';
import type { Composition } from '../../shared/composition/composition.ts';
import { useText } from '../locales/text.ts';
import { playSaved, stopWatching, watch } from '../state/exports.ts';
import { useFilms } from '../state/films.ts';
import type { Watched } from '../state/model.ts';
import { useShownCut } from '../state/player.ts';
import { useWindow } from '../state/store.ts';
import { MenuChoice } from '../ui/menu.tsx';
import { StageMenu } from './controls.tsx';

/** Clips that anybody picks out of a list. */
const mostClips = 100;

const film = 'film';
const lastExport = 'last-export';

/** Chooses what plays: the whole video, one of its clips that can be seen, or what was exported last. */
export function SourceMenu() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const version = useShownCut()?.version;
  const composition = useFilms(
    ({ films }) => films.find((one) => one.projectId === projectId && one.version === version)?.composition ?? null,
  );
  const troubles = useFilms((state) => state.troubles);
  const saved = useWindow(({ exports, openProjectId }) =>
    exports.findLast((job) => job.projectId === openProjectId && job.state === 'saved'),
  );
  const savedMedia = useWindow(({ exportList }) => (saved === undefined ? null : exportList.files[saved.id]));
  const watched = useWindow(({ player }) => (player.watched?.projectId === projectId ? player.watched : null));
  const clips = clipsOf(composition, troubles);
  if (watched === null && clips.length < 2 && saved === undefined) return null;
  const choose = (value: string): void => {
    const clip = clips.find(({ mediaId }) => mediaId === value);
    if (clip !== undefined) watch({ kind: 'clip', projectId, ...clip });
    else if (value === lastExport && saved !== undefined) void playSaved(saved);
    else stopWatching();
  };
  return (
    <StageMenu
      name={t('preview.showsMenu')}
      list={t('preview.showsMenu')}
      trigger={<Clapperboard size={15} aria-hidden />}
      className="@max-[380px]:hidden"
    >
      <Menu.RadioGroup value={shownNow(watched, savedMedia ?? null)} onValueChange={choose}>
        <MenuChoice value={film}>{t('preview.film')}</MenuChoice>
        {clips.map(({ mediaId, name }) => (
          <MenuChoice key={mediaId} value={mediaId}>
            {name}
          </MenuChoice>
        ))}
        {saved !== undefined && <MenuChoice value={lastExport}>{t('preview.lastExport')}</MenuChoice>}
      </Menu.RadioGroup>
    </StageMenu>
  );
}

function shownNow(watched: Watched | null, savedMedia: string | null): string {
  if (watched === null) return film;
  if (watched.kind === 'clip') return watched.mediaId;
  return watched.mediaId === savedMedia ? lastExport : '';
}

type PlayableClip = { readonly mediaId: string; readonly name: string };

/** What has no picture, or none that can be shown here, is heard in the video only. */
function clipsOf(composition: Composition | null, troubles: ReadonlyMap<string, Trouble>): readonly PlayableClip[] {
  const clips = new Map<string, PlayableClip>();
  for (const item of composition?.tracks.flat() ?? []) {
    if (item.kind !== 'clip' || !item.hasPicture || item.source === null || clips.size >= mostClips) continue;
    const { mediaId } = item.source;
    const trouble = troubles.get(mediaId);
    if (trouble === 'no-picture' || trouble === 'cannot-decode') continue;
    clips.set(mediaId, { mediaId, name: item.name });
  }
  return [...clips.values()];
}
