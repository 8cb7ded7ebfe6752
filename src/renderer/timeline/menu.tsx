import { Menu } from '@base-ui/react/menu';
import { useMemo } from 'react';
import { useText } from '../locales/text.ts';
import { composeBelow } from '../state/messages.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useWindow } from '../state/store.ts';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import type { Lane } from './lanes.ts';
import { type Selection, withMarks } from './selection.ts';
import { openMenu, useTimeline } from './store.ts';
import { type Hindrance, spanText, type Wish, wishesFor, wishText } from './wording.ts';

/** These are about the part that is marked; all else is done to the whole pieces. */
function ofPart(wish: Wish): boolean {
  return wish === 'ask' || wish === 'trim';
}

/** What can be done about the chosen pieces: each writes its sentence into the message, which the user sends. */
export function SegmentMenu({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useText();
  const { selection, menuAt } = useTimeline();
  const marked = useMarked(lanes);
  const write = useWriteWish(lanes);
  if (selection === null || marked === null || menuAt === null) return null;
  const { x, y } = menuAt;
  const noteOf = (wish: Wish, cannot: Hindrance | null): string => {
    if (cannot !== null) return t(`timeline.cannot.${cannot}`);
    return ofPart(wish) && marked.span !== null ? spanText(t, marked.span) : '';
  };
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && openMenu(null)}>
      <MenuPopup
        aria-label={t('timeline.menu')}
        at={{ anchor: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }, align: 'start', sideOffset: 2 }}
        finalFocus={() => document.getElementById('timeline-segments')}
      >
        {wishesFor(lanes, marked).map(({ wish, cannot }) => (
          <MenuItem
            key={wish}
            disabled={cannot !== null}
            className="justify-between gap-6"
            onClick={() => write(wish, ofPart(wish) ? marked : selection)}
          >
            <span>{t(`timeline.wishes.${wish}`)}</span>
            <span className="text-sm text-faint tabular">{noteOf(wish, cannot)}</span>
          </MenuItem>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}

/** What is chosen, with the part of it between the marks I and O. */
export function useMarked(lanes: readonly Lane[]): Selection | null {
  const selection = useTimeline((state) => state.selection);
  const loop = usePlayhead((state) => state.loop);
  return useMemo(() => (selection === null ? null : withMarks(lanes, selection, loop)), [lanes, selection, loop]);
}

/** Writes a wish into the message of the open project. */
export function useWriteWish(lanes: readonly Lane[]): (wish: Wish, selection: Selection) => void {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  return (wish, selection) => composeBelow(projectId, wishText(t, wish, lanes, selection));
}
