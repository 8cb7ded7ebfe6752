import { Menu } from '@base-ui/react/menu';
import { useText } from '../locales/text.ts';
import { composeBelow } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import type { Lane } from './lanes.ts';
import type { Selection } from './selection.ts';
import { openMenu, useTimeline } from './store.ts';
import { type Wish, wishesFor, wishText } from './wording.ts';

/** What can be done about the chosen pieces: each writes its sentence into the message, which the user sends. */
export function SegmentMenu({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useText();
  const { selection, menuAt } = useTimeline();
  const write = useWriteWish(lanes);
  if (selection === null || menuAt === null) return null;
  const { x, y } = menuAt;
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && openMenu(null)}>
      <MenuPopup
        aria-label={t('timeline.menu')}
        at={{ anchor: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }, align: 'start', sideOffset: 2 }}
        finalFocus={() => document.getElementById('timeline-segments')}
      >
        {wishesFor(lanes, selection).map((wish) => (
          <MenuItem key={wish} onClick={() => write(wish, selection)}>
            {t(`timeline.wishes.${wish}`)}
          </MenuItem>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}

/** Writes a wish into the message of the open project. */
export function useWriteWish(lanes: readonly Lane[]): (wish: Wish, selection: Selection) => void {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  return (wish, selection) => composeBelow(projectId, wishText(t, wish, lanes, selection));
}
