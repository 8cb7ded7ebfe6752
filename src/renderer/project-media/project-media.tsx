import { Download, Images, Paperclip, Play, X } from 'lucide-react';
import {
  type DragEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Virtualizer } from 'virtua';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import type { ProjectMediaItem } from '../../shared/domain/project-media.ts';
import { FilePicture } from '../files/picture.tsx';
import { clock, size } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { ask } from '../state/client.ts';
import { showPopover } from '../state/dialogs.ts';
import { watch } from '../state/exports.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { Choice } from '../ui/fields.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useNarrow } from '../state/layout.ts';

const rowHeight = 60;

/** The button in the top bar that opens and closes it. */
const projectMediaButtonId = 'project-media-button';

const close = (): void => showPopover('projectMedia', false);

/** The files of the open project beside the stage: its own, and those that were generated. */
export function ProjectMedia() {
  const { t } = useText();
  const title = useId();
  const projectId = useWindow((state) => state.openProjectId);
  const items = useItems(projectId);
  const [origin, setOrigin] = useState<'all' | ProjectMediaItem['origin']>('all');
  const [told, setTold] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = panel.current;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    shown?.addEventListener('keydown', onKey);
    return () => shown?.removeEventListener('keydown', onKey);
  }, []);
  useFocusWhileOpen(panel);
  const shown = (items ?? []).filter((item) => origin === 'all' || item.origin === origin);
  const origins = (['all', 'own', 'made'] as const).map((value) => ({
    value,
    label: t(`projectMedia.origin.${value}`),
  }));
  return (
    <section
      aria-labelledby={title}
      ref={panel}
      tabIndex={-1}
      className="z-20 flex w-[min(300px,100%)] shrink-0 flex-col border-l border-line bg-panel focus:outline-none max-[1100px]:absolute max-[1100px]:inset-y-0 max-[1100px]:right-0"
    >
      <header className="flex h-11 shrink-0 items-center gap-2 pr-2 pl-4">
        <h2 id={title} className="flex-1 font-semibold">
          {t('projectMedia.title')}
        </h2>
        <IconButton icon={X} size={15} name={t('projectMedia.close')} className="size-7!" onClick={close} />
      </header>
      {items !== null && items.length > 0 && (
        <div className="shrink-0 px-4 pb-2.5">
          <Choice name={t('projectMedia.filter')} hidden options={origins} value={origin} onChoose={setOrigin} />
        </div>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {shown.length === 0 ? (
          items !== null && <Empty none={items.length === 0} />
        ) : (
          <Virtualizer key={origin} scrollRef={box} data={shown} as="ul" item="li" itemSize={rowHeight}>
            {(item) => <Row key={item.mediaId} projectId={projectId} item={item} onDone={setTold} />}
          </Virtualizer>
        )}
      </div>
    </section>
  );
}

/** Takes the focus as it opens; as it goes, its button in the top bar gets it. */
function useFocusWhileOpen(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const shown = panel.current;
    shown?.focus();
    return () => {
      if (shown?.contains(document.activeElement) === true) document.getElementById(projectMediaButtonId)?.focus();
    };
  }, [panel]);
}

function Empty({ none }: { readonly none: boolean }) {
  const { t } = useText();
  if (!none) return <p className="px-4 py-8 text-center text-sm text-faint">{t('projectMedia.empty')}</p>;
  return (
    <div className="flex h-full flex-col items-center justify-center gap-2 px-5 pb-10 text-center">
      <Images size={26} strokeWidth={1.5} aria-hidden className="mb-1 text-faint" />
      <p className="font-medium">{t('projectMedia.empty')}</p>
      <p className="text-sm text-dim">{t('projectMedia.emptyText')}</p>
    </div>
  );
}

/** The project's files, asked for again whenever there may be more of them; null until they are known. */
function useItems(projectId: string): readonly ProjectMediaItem[] | null {
  const [found, setFound] = useState<{ readonly of: string; readonly items: readonly ProjectMediaItem[] } | null>(null);
  const version = useOpenView((view) => view?.timeline?.version ?? 0);
  const uploads = useOpenView((view) => (view?.uploads.length ?? 0) + (view?.attached.length ?? 0));
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    // What was moved or deleted meanwhile shows when the user comes back.
    const look = () => setLooks((before) => before + 1);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  useEffect(() => {
    if (projectId === '') return;
    let wanted = true;
    void ask('projectMedia.list', { projectId }, 'quiet').then(
      (answer) => wanted && answer.ok && setFound({ of: projectId, items: answer.data }),
    );
    return () => {
      wanted = false;
    };
  }, [projectId, version, uploads, looks]);
  return found?.of === projectId ? found.items : null;
}

type RowProps = {
  readonly projectId: string;
  readonly item: ProjectMediaItem;
  /** What a screen reader hears once it is done. */
  readonly onDone: (words: string) => void;
};

function Row({ projectId, item, onDone }: RowProps) {
  const { t } = useText();
  const narrow = useNarrow();
  const info = useWindow((state) => (item.infoId === null ? undefined : state.info[item.infoId]));
  const { mediaId, name } = item;
  const isGone = item.origin === 'own' && !item.here;
  const play = () => {
    watch({ kind: 'clip', projectId, mediaId, name });
    // There the stage is beneath.
    if (narrow) close();
  };
  const act = async (
    request: 'projectMedia.attach' | 'projectMedia.save',
    done: 'projectMedia.attached' | 'projectMedia.saved',
  ) => {
    const answer = await ask(request, { projectId, mediaId });
    if (answer.ok) onDone(t(done, { name }));
  };
  const dragOut = (event: DragEvent) => {
    event.preventDefault();
    void ask('projectMedia.drag', { projectId, mediaId, picture: info?.thumbnail ?? null });
  };
  return (
    <div
      draggable={item.here}
      onDragStart={dragOut}
      className="group/item relative flex h-[60px] items-center gap-2.5 rounded-control px-2 hover:bg-raised focus-within:bg-raised"
    >
      <FilePicture upload={{ mediaId: item.infoId ?? '', kind: item.kind, source: 'file' }} size="h-10 w-16" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className={`truncate text-xs tabular ${isGone ? 'text-bad' : 'text-faint'}`}>
          {isGone ? t('projectMedia.gone') : factsOf(t, item, info).join(' · ')}
        </p>
      </div>
      <Actions>
        {item.kind !== 'image' && !isGone && (
          <IconButton
            icon={Play}
            name={t('projectMedia.play', { name })}
            tip={t('projectMedia.playTip')}
            onClick={play}
          />
        )}
        {!isGone && (
          <IconButton
            icon={Paperclip}
            name={t('projectMedia.attach', { name })}
            tip={t('projectMedia.attachTip')}
            onClick={() => void act('projectMedia.attach', 'projectMedia.attached')}
          />
        )}
        {!isGone && (
          <IconButton
            icon={Download}
            name={t('projectMedia.save', { name })}
            tip={t('projectMedia.saveTip')}
            onClick={() => void act('projectMedia.save', 'projectMedia.saved')}
          />
        )}
      </Actions>
    </div>
  );
}

/** They show on hover and on keyboard focus, and take their place from the name only then. */
function Actions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex w-0 shrink-0 items-center overflow-hidden opacity-0 group-focus-within/item:w-auto group-focus-within/item:overflow-visible group-focus-within/item:opacity-100 group-hover/item:w-auto group-hover/item:overflow-visible group-hover/item:opacity-100">
      {children}
    </div>
  );
}

/** What an item is: `Generated · 0:05`; its size, where that is known. */
function factsOf(t: Translate, item: ProjectMediaItem, info: MediaInfo | undefined): readonly string[] {
  const { origin, kind, bytes, here } = item;
  const duration = info?.durationMs ?? null;
  return [
    t(`projectMedia.origin.${origin}`),
    duration === null ? t(`files.${kind}`) : clock(Math.round(duration / 1000)),
    ...(bytes > 0 ? [size(bytes)] : []),
    ...(here ? [] : [t('projectMedia.elsewhere')]),
  ];
}
