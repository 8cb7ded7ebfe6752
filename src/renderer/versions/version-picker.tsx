import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { VersionNote, VersionPage } from '../../shared/domain/timeline.ts';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { MenuPopup } from '../ui/menu.tsx';
import { useNow } from '../ui/use-now.ts';
import { ask } from '../state/client.ts';
import { lookAt, pickerId } from '../state/player.ts';
import { showPopover } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { changeLine } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { timeOfDay } from '../locales/format.ts';

type Props = { readonly projectId: string; readonly shown: number; readonly present: number };

/** The number of the version on screen, which opens the list of all. */
export function VersionPicker({ projectId, shown, present }: Props) {
  const { t } = useText();
  const open = useWindow((state) => state.popover === 'versions');
  return (
    <Menu.Root open={open} onOpenChange={(opens) => showPopover('versions', opens)} modal={false}>
      <Menu.Trigger
        id={pickerId}
        title={t('versions.open')}
        className="ml-auto flex h-6 shrink-0 items-center gap-1 rounded-control px-1.5 text-sm text-dim tabular transition-colors hover:bg-bubble hover:text-ink data-popup-open:bg-bubble"
      >
        {t('versions.pick', { version: shown })}
        <ChevronDown size={12} aria-hidden />
      </Menu.Trigger>
      <MenuPopup
        at={{ side: 'top', align: 'end', sideOffset: 6 }}
        aria-label={t('versions.list')}
        className="max-h-[min(26rem,60vh)] w-80 overflow-y-auto"
      >
        <Versions projectId={projectId} shown={shown} present={present} />
      </MenuPopup>
    </Menu.Root>
  );
}

const nothing: VersionPage = { versions: [], hasEarlier: false };

/** The versions, newest first, a page at a time. One that comes while the list is open goes on top. */
function Versions({ projectId, shown, present }: Props) {
  const { t } = useText();
  const [page, setPage] = useState(nothing);
  const now = useNow(false);
  useEffect(() => {
    let wanted = true;
    void ask('draft.versions', { projectId }).then((answer) => wanted && answer.ok && setPage(answer.data));
    return () => {
      wanted = false;
    };
  }, [projectId, present]);
  const last = page.versions.at(-1)?.version;
  const more = async () => {
    if (last === undefined) return;
    const answer = await ask('draft.versions', { projectId, before: last });
    if (answer.ok) setPage({ ...answer.data, versions: [...page.versions, ...answer.data.versions] });
  };
  return (
    <>
      <Menu.RadioGroup value={shown} onValueChange={(version: number) => void lookAt(projectId, version)}>
        {page.versions.map((note) => (
          <Boundary key={note.version} fallback={<CannotShow what="item" text={note.message ?? ''} />}>
            <Version note={note} isPresent={note.version === present} now={now} />
          </Boundary>
        ))}
      </Menu.RadioGroup>
      {page.hasEarlier && (
        <Menu.Item
          closeOnClick={false}
          onClick={() => void more()}
          className="flex h-8 items-center justify-center rounded-[6px] text-sm text-dim outline-none data-highlighted:bg-bubble"
        >
          {t('versions.earlier')}
        </Menu.Item>
      )}
    </>
  );
}

type VersionProps = { readonly note: VersionNote; readonly isPresent: boolean; readonly now: number };

function Version({ note, isPresent, now }: VersionProps) {
  const { t, locale } = useText();
  const { version, at, message, changes, more } = note;
  const lines = changes.map((change) => changeLine(t, change).text);
  return (
    <Menu.RadioItem
      value={version}
      closeOnClick
      label={String(version)}
      className="grid cursor-default grid-cols-[16px_minmax(0,1fr)] gap-x-2 rounded-[6px] px-2 py-1.5 outline-none data-highlighted:bg-bubble"
    >
      <Menu.RadioItemIndicator className="pt-0.5 text-accent">
        <Check size={14} aria-hidden />
      </Menu.RadioItemIndicator>
      <span className="col-start-2 flex flex-col">
        <span className="flex items-baseline gap-2 tabular">
          <span className="font-medium">{t('versions.pick', { version })}</span>
          {isPresent && <span className="text-sm text-accent-ink">{t('versions.present')}</span>}
          {at !== null && <span className="ml-auto text-sm text-faint">{timeOfDay(locale, at, now)}</span>}
        </span>
        <span dir="auto" title={message ?? undefined} className="truncate text-sm text-dim">
          {message === null
            ? t('versions.unsaid')
            : t('change.quoted', { text: message.replaceAll('“', '‘').replaceAll('”', '’') })}
        </span>
        {lines.length > 0 && (
          <span className="line-clamp-2 text-sm text-faint" title={lines.join('\n')}>
            {[...lines, ...(more > 0 ? [t('versions.more', { count: more })] : [])].join(' · ')}
          </span>
        )}
      </span>
    </Menu.RadioItem>
  );
}
