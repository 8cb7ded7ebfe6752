import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const imports = /^(?:import|export)\s(?!type\b)(?:([^'";]*?)\sfrom\s+)?'([^']+)';/gm;

/**
 * What a module loads at once when it is loaded itself: our files (paths from the repository's root) and packages, sorted. What
 * `import()` names comes later, types are never loaded, and packages are not followed.
 */
export function staticImports(entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const file of found) {
    if (!/^src\/.*\.tsx?$/.test(file)) continue;
    for (const [, names = '', specifier = ''] of readFileSync(resolve(root, file), 'utf8').matchAll(imports))
      if (!isOfTypes(names) && !specifier.startsWith('node:')) found.add(targetOf(file, specifier));
  }
  return [...found].sort();
}

function isOfTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/.exec(names)?.[1];
  return listed?.split(',').every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false;
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}
