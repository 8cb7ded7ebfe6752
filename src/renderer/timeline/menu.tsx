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
import { type Hindrance, spanText, type EditAction, actionsFor, actionText } from './wording.ts';

/** These are about the part that is marked; all else is done to the whole pieces. */
function ofPart(action: EditAction): boolean {
  return action === 'ask' || action === 'trim';
}

/** What can be done about the chosen pieces: each writes its sentence into the message, which the user sends. */
export function SegmentMenu({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useText();
  const { selection, menuAt } = useTimeline();
  const marked = useMarked(lanes);
  const write = useWriteAction(lanes);
  if (selection === null || marked === null || menuAt === null) return null;
  const { x, y } = menuAt;
  const noteOf = (action: EditAction, cannot: Hindrance | null): string => {
    if (cannot !== null) return t(`timeline.cannot.${cannot}`);
    return ofPart(action) && marked.span !== null ? spanText(t, marked.span) : '';
  };
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && openMenu(null)}>
      <MenuPopup
        aria-label={t('timeline.menu')}
        at={{ anchor: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }, align: 'start', sideOffset: 2 }}
        finalFocus={() => document.getElementById('timeline-segments')}
      >
        {actionsFor(lanes, marked).map(({ action, cannot }) => (
          <MenuItem
            key={action}
            disabled={cannot !== null}
            className="justify-between gap-6"
            onClick={() => write(action, ofPart(action) ? marked : selection)}
          >
            <span>{t(`timeline.actions.${action}`)}</span>
            <span className="text-sm text-faint tabular">{noteOf(action, cannot)}</span>
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

/** Writes an action into the message of the open project. */
export function useWriteAction(lanes: readonly Lane[]): (action: EditAction, selection: Selection) => void {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  return (action, selection) => composeBelow(projectId, actionText(t, action, lanes, selection));
}
