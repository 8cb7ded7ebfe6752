import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { beginBatch } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { useText } from '../locales/text.ts';

/** Opens the picker; beside it the other ways in which files come. */
export function AttachButton({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const disabled = projectId === '';
  const pick = () => void ask('upload.pick', { projectId });
  return (
    <div className="mr-auto flex">
      <Button
        className="gap-1! rounded-r-none! pl-2!"
        aria-label={t('composer.attachFiles')}
        disabled={disabled}
        onClick={pick}
      >
        <Plus size={15} aria-hidden />
        {t('composer.attach')}
      </Button>
      <Menu.Root modal={false}>
        <Menu.Trigger
          disabled={disabled}
          render={
            <Button className="-ml-px rounded-l-none! px-1!" aria-label={t('importReview.more')}>
              <ChevronDown size={13} aria-hidden />
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner side="top" align="start" sideOffset={4} className="z-40">
            <Menu.Popup
              aria-label={t('importReview.more')}
              className="min-w-40 rounded-control border border-line-strong bg-panel p-1 focus:outline-none"
            >
              <Item onClick={pick}>{t('importReview.files')}</Item>
              <Item onClick={() => void ask('upload.pickFolder', { projectId })}>{t('importReview.folder')}</Item>
              {/* The menu gives the focus back as it closes; only then can a field take it. */}
              <Item onClick={() => void setTimeout(() => openDialog({ kind: 'link', projectId }))}>
                {t('importReview.link')}
              </Item>
              <Menu.Separator className="mx-1.5 my-1 h-px bg-line" />
              <Item onClick={() => void beginBatch()}>{t('batch.open')}</Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

function Item({ children, onClick }: { readonly children: ReactNode; readonly onClick: () => void }) {
  return (
    <Menu.Item
      onClick={onClick}
      className="flex h-7 items-center rounded-[6px] px-2.5 outline-none data-highlighted:bg-bubble"
    >
      {children}
    </Menu.Item>
  );
}
