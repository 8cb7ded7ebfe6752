/** Values by id, in the order in which they first came, kept as JSON so that nobody can change them from outside. */
export function shelf<T>(idOf: (value: T) => string) {
  const kept = new Map<string, string>();
  const read = (json: string): T => JSON.parse(json) as T;
  return {
    list: (): T[] => [...kept.values()].map(read),
    get: (id: string): T | null => {
      const json = kept.get(id);
      return json === undefined ? null : read(json);
    },
    save: (value: T): void => {
      kept.set(idOf(value), JSON.stringify(value));
    },
    remove: (id: string): void => {
      kept.delete(id);
    },
  };
}
