import { Menu } from '@base-ui/react/menu';
import { Camera, ChevronDown, Clapperboard, Film, FolderOutput, type LucideIcon, Scissors } from 'lucide-react';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { startExport } from '../state/exports.ts';
import { saveFrame } from '../state/snapshot.ts';
import { useText, type Translate } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { MenuPopup } from '../ui/menu.tsx';

/** A way to save the video: its name, and a line that says what comes of it. */
type Way = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly run: () => void;
};

/** All ways to save what is on the timeline, the usual one first. */
function waysOf(t: Translate, projectId: string): readonly Way[] {
  return [
    {
      id: 'mp4',
      icon: Film,
      name: t('exporting.mp4'),
      hint: t('exporting.mp4Hint'),
      run: () => void startExport({ projectId }),
    },
    {
      id: 'interchange',
      icon: FolderOutput,
      name: t('interchange.way'),
      hint: t('interchange.hint'),
      run: () => void ask('interchange.start', { projectId }),
    },
    {
      id: 'capcut',
      icon: Scissors,
      name: t('interchange.capcut'),
      hint: t('interchange.capcutHint'),
      run: () => void ask('interchange.start', { projectId, target: 'capcut' }),
    },
    {
      id: 'gif',
      icon: Clapperboard,
      name: t('gif.way'),
      hint: t('gif.wayHint'),
      run: () => openDialog({ kind: 'gif', projectId }),
    },
    {
      id: 'cover',
      icon: Camera,
      name: t('gif.cover'),
      hint: t('gif.coverHint'),
      run: () => void saveFrame(true),
    },
  ];
}

type Props = { readonly projectId: string; readonly look: 'primary' | 'plain' };

/** The smaller part of the Export button: a menu of all ways to save. */
export function ExportWays({ projectId, look }: Props) {
  const { t } = useText();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Button look={look} className={`rounded-l-none px-1! ${look === 'primary' ? 'border-l border-panel' : ''}`} />
        }
        aria-label={t('exporting.more')}
      >
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <MenuPopup at={{ side: 'bottom', align: 'end' }} className="w-72">
        {waysOf(t, projectId).map(({ id, icon: Icon, name, hint, run }) => (
          <Menu.Item
            key={id}
            onClick={run}
            className="flex items-start gap-2.5 rounded-[6px] px-2.5 py-1.5 outline-none data-highlighted:bg-bubble"
          >
            <Icon size={15} aria-hidden className="mt-[3px] shrink-0 text-dim" />
            <span className="min-w-0">
              <span className="block font-medium">{name}</span>
              <span className="block text-sm text-pretty text-dim">{hint}</span>
            </span>
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}
