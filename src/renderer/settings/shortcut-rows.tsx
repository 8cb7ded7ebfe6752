import { accelerators, playerAccelerators } from '../../shared/domain/menu-command.ts';
import { useText } from '../locales/text.ts';
import { keysOf } from '../ui/keys.ts';

type Keys = readonly (readonly [id: string, name: string, keys: string])[];

/** The keys that work everywhere. */
export function WindowKeysRow() {
  const { t } = useText();
  const names = {
    new: t('projects.create'),
    'open-project': t('shortcuts.openProject'),
    attach: t('composer.attachFiles'),
    export: t('shell.export'),
    interchange: t('interchange.start'),
    search: t('commands.searchAll'),
    palette: t('commands.palette'),
    rename: t('projects.rename'),
    settings: t('shell.settings'),
    shortcuts: t('commands.shortcuts'),
    'zoom-in': t('shortcuts.larger'),
    'zoom-out': t('shortcuts.smaller'),
    'zoom-reset': t('shortcuts.actualSize'),
  } as const;
  const keys = (Object.keys(names) as readonly (keyof typeof names)[]).map(
    (id) => [id, names[id], keysOf(accelerators[id])] as const,
  );
  return <KeyList title={t('shortcuts.everywhere')} hint={t('shortcuts.everywhereHint')} keys={keys} />;
}

/** The player's, wherever no text is typed. */
export function PlayerKeysRow() {
  const { t } = useText();
  const names = {
    play: t('shortcuts.playPause'),
    'frame-back': t('shortcuts.frameBack'),
    'frame-on': t('shortcuts.frameOn'),
    'second-back': t('shortcuts.secondBack'),
    'second-on': t('shortcuts.secondOn'),
    'to-start': t('shortcuts.toStart'),
    'to-end': t('shortcuts.toEnd'),
  } as const;
  const keys: Keys = [
    ...(Object.keys(names) as readonly (keyof typeof names)[]).map(
      (id) => [id, names[id], keysOf(playerAccelerators[id])] as const,
    ),
    ['speed', t('shortcuts.speed'), 'J  K  L'],
    ['loop', t('shortcuts.loop'), 'I  O  X'],
    ['mute', t('preview.mute'), 'M'],
    ['fullscreen', t('preview.fullscreen'), 'F'],
  ];
  return <KeyList title={t('shortcuts.player')} hint={t('shortcuts.playerHint')} keys={keys} />;
}

function KeyList({ title, hint, keys }: { readonly title: string; readonly hint: string; readonly keys: Keys }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      <p className="text-sm text-dim">{hint}</p>
      <dl className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
        {keys.map(([id, name, written]) => (
          <div key={id} className="contents">
            <dt className="truncate text-dim">{name}</dt>
            <dd className="text-right">
              <kbd className="rounded-[5px] border border-line-strong bg-raised px-1.5 py-px font-sans text-xs whitespace-pre tabular">
                {written}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
