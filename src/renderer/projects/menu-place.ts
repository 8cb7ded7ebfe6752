import type { MouseEvent } from 'react';

/** Where a project's menu opens, in px of the window, and what gets the focus back. */
export type MenuPlace = {
  readonly projectId: string;
  readonly box: DOMRect;
  readonly from: HTMLElement;
};

/** At the pointer; for the menu key, which has no place, at the element itself. */
export function menuAt(projectId: string, event: MouseEvent<HTMLElement>): MenuPlace {
  const pointed = event.type === 'contextmenu' && event.button === 2;
  const box = pointed ? new DOMRect(event.clientX, event.clientY, 0, 0) : event.currentTarget.getBoundingClientRect();
  return { projectId, box, from: event.currentTarget };
}
