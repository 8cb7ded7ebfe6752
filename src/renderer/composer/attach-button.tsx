import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Plus } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { beginBatch } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { useText } from '../locales/text.ts';

/** Opens the picker; a menu beside it has the other ways to bring files in. */
export function AttachButton({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const disabled = projectId === '';
  const pick = () => void ask('upload.pick', { projectId });
  return (
    <div className="mr-auto flex">
      <Button
        className="gap-1! rounded-r-none! pl-2! @max-[330px]:pr-2!"
        aria-label={t('composer.attachFiles')}
        disabled={disabled}
        onClick={pick}
      >
        <Plus size={15} aria-hidden />
        <span className="@max-[330px]:hidden">{t('composer.attach')}</span>
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
        <MenuPopup at={{ side: 'top', align: 'start' }} aria-label={t('importReview.more')} className="min-w-40">
          <MenuItem onClick={pick}>{t('importReview.files')}</MenuItem>
          <MenuItem onClick={() => void ask('upload.pickFolder', { projectId })}>{t('importReview.folder')}</MenuItem>
          {/* The menu gives the focus back as it closes; only then can a field take it. */}
          <MenuItem onClick={() => void setTimeout(() => openDialog({ kind: 'link', projectId }))}>
            {t('importReview.link')}
          </MenuItem>
          <Menu.Separator className="mx-1.5 my-1 h-px bg-line" />
          <MenuItem onClick={() => void beginBatch()}>{t('batch.open')}</MenuItem>
        </MenuPopup>
      </Menu.Root>
    </div>
  );
}
