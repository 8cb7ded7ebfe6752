const mac = navigator.platform.startsWith('Mac');

/** A key with the system's command key, as it is written on this system: `⌘K`, `Ctrl K`. */
export function chord(key: string): string {
  return mac ? `⌘${key}` : `Ctrl ${key}`;
}
