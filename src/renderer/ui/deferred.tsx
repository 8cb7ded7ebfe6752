import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';

const all: (() => Promise<void>)[] = [];

/**
 * Parts of the window that are neither read nor run before its first frame. Each stands as `placeholder` until `loadDeferred` has loaded
 * it: as large as the part, so that nothing jumps. All come in one go, unlike with `lazy`, whose parts are drawn one by one.
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): (props: Props) => ReactNode {
  let part: ComponentType<Props> | null = null;
  all.push(async () => {
    part = await load();
  });
  return function Later(props: Props) {
    const Part = useSyncExternalStore(subscribe, () => part);
    return Part === null ? placeholder : <Part {...props} />;
  };
}

const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}

/** Loads what was left out of the first frame, and draws it. */
export async function loadDeferred(): Promise<void> {
  await Promise.all(all.map((begin) => begin()));
  for (const changed of listeners) changed();
}
