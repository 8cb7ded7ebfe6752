/**
 * Where an id for registering comes from, the best source first (wire contract, code 2001: "Order"). The id of a task
 * is none.
 */
export const bindKeys = ['bind_id', 'bind', 'user_id'] as const;

/**
 * The id that ties a registration to an account, and where it was found. `unknown`: kept by a version that did not say. Main's alone: no
 * window ever sees it.
 */
export type BindId = { readonly key: (typeof bindKeys)[number] | 'unknown'; readonly id: string };

/** The better of two ids; of two equally good ones the later. */
export function betterBindId(before: BindId | null, later: BindId | null): BindId | null {
  if (before === null || later === null) return later ?? before;
  return rank(later) <= rank(before) ? later : before;
}

function rank({ key }: BindId): number {
  return key === 'unknown' ? bindKeys.length : bindKeys.indexOf(key);
}
