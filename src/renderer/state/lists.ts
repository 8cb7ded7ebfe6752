type Item = { readonly id: string };

/** The items with one in the place of the one that has its id, or at the end. */
export function replaced<T extends Item>(items: readonly T[], item: T): readonly T[] {
  const index = items.findIndex(({ id }) => id === item.id);
  return index === -1 ? [...items, item] : items.with(index, item);
}

export function without<T extends Item>(items: readonly T[], id: string): readonly T[] {
  return items.filter((item) => item.id !== id);
}
