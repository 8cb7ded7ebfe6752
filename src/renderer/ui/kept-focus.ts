import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

type Kept = {
  readonly ref: RefObject<HTMLUListElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
};

/**
 * What a list is spread with, so that the focus stays in it when the item that has it goes: the next one gets it, or the last.
 * `control`: selector of what gets it in an item. `orElse`: id of what gets it once the list is empty.
 */
export function useKeptFocus(items: readonly unknown[], control: string, orElse: string): Kept {
  const ref = useRef<HTMLUListElement>(null);
  const at = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const controls = [...(ref.current?.querySelectorAll<HTMLElement>(`:scope > li ${control}`) ?? [])];
    (controls[at.current] ?? controls.at(-1) ?? document.getElementById(orElse))?.focus();
  }, [items, control, orElse]);
  return {
    ref,
    onFocus: ({ currentTarget, target }) => {
      at.current = [...currentTarget.children].findIndex((item) => item.contains(target));
    },
    // An element that is taken out of the page is not left: React tells of no blur then.
    onBlur: () => {
      at.current = null;
    },
  };
}
