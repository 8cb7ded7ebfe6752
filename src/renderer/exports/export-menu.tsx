import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import {
  copyFileOf,
  exportAgain,
  openFileOf,
  openProjectOf,
  playSaved,
  removeExport,
  showFileOf,
} from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly job: ExportJob; readonly gone: boolean };

/** All that can be done with an export that is over. */
export function ExportMenu({ job, gone }: Props) {
  const { t } = useText();
  const { id: exportId } = job;
  const canCopy = useWindow((state) => state.canCopyFiles);
  const there = job.state === 'saved' && !gone;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton icon={Ellipsis} name={t('saved.menu', { name: job.fileName })} />} />
      <MenuPopup at={{ side: 'bottom', align: 'end' }}>
        {there && (
          <>
            <MenuItem onClick={() => void playSaved(job)}>{t('saved.play')}</MenuItem>
            <MenuItem onClick={() => void openFileOf(exportId)}>{t('saved.open')}</MenuItem>
            <MenuItem onClick={() => void showFileOf(exportId)}>{t('exports.show')}</MenuItem>
            {canCopy && <MenuItem onClick={() => void copyFileOf(exportId)}>{t('saved.copy')}</MenuItem>}
            <Menu.Separator className="my-1 h-px bg-line" />
          </>
        )}
        <MenuItem onClick={() => void openProjectOf(job)}>{t('saved.openProject')}</MenuItem>
        {job.state === 'saved' && <MenuItem onClick={() => void exportAgain(job)}>{t('saved.again')}</MenuItem>}
        <MenuItem className="text-bad" onClick={() => removeExport(job)}>
          {there ? t('saved.removeAsk') : t('saved.remove')}
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  );
}
