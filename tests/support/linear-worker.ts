import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { parseSync, Visitor } from 'vite';
import { worstInputs } from './worst-inputs.ts';

/** What the worker does: every pattern of `src`, or the functions that read what strangers send. */
export type LinearJob = 'patterns' | 'readers';

/** What it tells: what it is about to try, or that it is through, and how much it tried. */
export type LinearNews = { readonly kind: 'trying'; readonly what: string } | { readonly kind: 'done' };

const root = resolve(import.meta.dirname, '../..');
const length = 250_000;
/** Files that cut a text before they read it, with what they leave, in characters. The readers prove that they do. */
const bounded: Readonly<Record<string, number>> = {
  'src/shared/domain/message-cost.ts': 600,
  'src/main/turns/editor-talk/editor-talk.ts': 301,
  'src/main/turns/editor-talk/sentence.ts': 301,
};

function tell(news: LinearNews): void {
  parentPort?.postMessage(news);
}

/** Catches the patterns that modules put together while they load. */
async function builtPatterns(files: readonly string[]): Promise<readonly (readonly [string, RegExp])[]> {
  const found: (readonly [string, RegExp])[] = [];
  const plain = globalThis.RegExp;
  for (const file of files) {
    globalThis.RegExp = new Proxy(plain, {
      construct: (target, args: [string, string?]) => {
        const pattern = new target(...args);
        found.push([file, pattern]);
        return pattern;
      },
    });
    await import(join(root, file));
    globalThis.RegExp = plain;
  }
  return found;
}

async function patterns(): Promise<readonly (readonly [string, RegExp])[]> {
  const written: (readonly [string, RegExp])[] = [];
  const building: string[] = [];
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    if (text.includes('new RegExp(')) building.push(file);
    new Visitor({
      Literal: (node) => {
        if ('regex' in node && node.regex) written.push([file, new RegExp(node.regex.pattern, node.regex.flags)]);
      },
    }).visit(parseSync(file, text).program);
  }
  return [...written, ...(await builtPatterns(building))];
}

async function tryPatterns(): Promise<void> {
  const all = await patterns();
  for (const [file, pattern] of all)
    for (const text of worstInputs(pattern, bounded[file] ?? length)) {
      tell({ kind: 'trying', what: `${pattern} of ${file} with ${JSON.stringify(text.slice(0, 12))}…` });
      if (pattern.global) text.replace(pattern, '');
      else pattern.exec(text);
    }
  tell({ kind: 'done' });
}

const units =
  '\n| | \n|>|- |1. |**a |_a|`|(|<|"|\\|.|?|a|a |0|中|“|\u0301|[a](|I have |I encountered a temporary issue\n|{name}'
    .split('|')
    .concat('|a');

async function tryReaders(): Promise<void> {
  const { readers } = await import('./linear-readers.ts');
  for (const [name, read] of Object.entries(readers))
    for (const unit of units) {
      tell({ kind: 'trying', what: `${name} with ${JSON.stringify(unit)}, over and over` });
      read(unit.repeat(length / unit.length));
    }
  tell({ kind: 'done' });
}

await ((workerData as LinearJob) === 'patterns' ? tryPatterns() : tryReaders());
