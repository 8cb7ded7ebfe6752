import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const assertNever = `export function assertNever(value: never): never { throw new Error(String(value)); }\n`;

/** A page opened with what is right, but for these (undefined: left out). */
function pageWith(changes: Readonly<Record<string, string | undefined>>): string {
  const preferences = {
    contextIsolation: 'true',
    sandbox: 'true',
    nodeIntegration: 'false',
    webSecurity: 'true',
    webviewTag: 'false',
    spellcheck: 'false',
    disableBlinkFeatures: "'FileSystemAccessLocal'",
    enableDeprecatedPaste: 'false',
    ...changes,
  };
  const written = Object.entries(preferences).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  );
  return `import { BrowserWindow } from 'electron';
export const page = () => new BrowserWindow({ webPreferences: { ${written.join(', ')} } });
`;
}

// One planted violation per file: what it breaks, where it stands, and its text.
const violations = [
  ['house(electron-rooms)', 'src/main/cloud/a.ts', `import { net } from 'electron';\nexport const a = net;\n`],
  ['house(electron-rooms)', 'src/main/exports/b.ts', `export const load = () => import('electron');\n`],
  ['house(electron-rooms)', 'src/main/media/c.ts', `export type App = import('electron').App;\n`],
  ['house(electron-rooms)', 'src/renderer/d.ts', `export { app } from 'electron';\n`],
  ['house(electron-rooms)', 'tests/unit/e.ts', `import { app } from 'electron';\nexport const e = app;\n`],
  ['house(import-direction)', 'src/renderer/f.ts', `import { x } from '../main/clean.ts';\nexport const f = x;\n`],
  ['house(import-direction)', 'src/renderer/g.ts', `import { join } from 'node:path';\nexport const g = join;\n`],
  ['house(import-direction)', 'src/main/h.ts', `import type { V } from '../renderer/view.ts';\nexport type H = V;\n`],
  ['house(import-direction)', 'src/shared/i.ts', `export * from '../main/clean.ts';\n`],
  ['house(import-direction)', 'src/shared/j.ts', `import { sep } from 'path';\nexport const j = sep;\n`],
  ['house(import-direction)', 'src/demo-cloud/k.ts', `import { x } from '../main/clean.ts';\nexport const k = x;\n`],
  ['house(import-direction)', 'src/demo-cloud/l.ts', `import { z } from 'zod';\nexport const l = z;\n`],
  ['house(import-direction)', 'src/preload/m.ts', `import { x } from '../main/clean.ts';\nexport const m = x;\n`],
  ['house(import-direction)', 'src/preload/n.ts', `import { sep } from 'node:path';\nexport const n = sep;\n`],
  ['house(import-direction)', 'src/main/storage/y.ts', `export { x } from '../exports/z.ts';\n`],
  ['house(import-direction)', 'src/main/media/y.ts', `export type { x } from '../uploads/z.ts';\n`],
  ['house(import-direction)', 'src/main/uploads/y.ts', `export { x } from '../turns/deep/z.ts';\n`],
  ['house(import-direction)', 'src/main/media-jobs/deep/y.ts', `export { x } from '../../batch/z.ts';\n`],
  ['house(import-direction)', 'src/main/turns/y.ts', `export { clock } from '../app/app.ts';\n`],
  ['house(import-direction)', 'src/main/app/bus.ts', `export { clock } from '../storage/clean.ts';\n`],
  ['house(import-direction)', 'src/main/batch/y.ts', `export { x } from '../clean.ts';\n`],
  ['house(import-direction)', 'src/renderer/state/y.ts', `export { x } from '../chat/z.ts';\n`],
  ['house(import-direction)', 'src/renderer/ui/y.ts', `export { x } from '../shell/deep/z.ts';\n`],
  ['house(import-direction)', 'src/renderer/chat/y.ts', `export { V } from '../view.ts';\n`],
  ['house(import-direction)', 'src/renderer/nowhere/y.ts', `export { x } from '../state/z.ts';\n`],
  [
    'house(raw-ipc)',
    'src/main/ipc/transport-two.ts',
    `import { ipcMain } from 'electron';\nexport const o = ipcMain;\n`,
  ],
  [
    'house(raw-ipc)',
    'src/preload/p.ts',
    `import electron from 'electron';\nexport const p = electron['ipcRenderer'];\n`,
  ],
  ['house(electron-safety)', 'src/main/desktop/aa.ts', pageWith({ sandbox: 'false' })],
  ['house(electron-safety)', 'src/main/desktop/ab.ts', pageWith({ webSecurity: 'Number(1) > 0' })],
  ['house(electron-safety)', 'src/main/desktop/ac.ts', pageWith({ enableBlinkFeatures: "'Serial'" })],
  ['house(electron-safety)', 'src/main/desktop/ad.ts', pageWith({ webviewTag: undefined })],
  ['house(electron-safety)', 'src/main/desktop/ae.ts', pageWith({ disableBlinkFeatures: undefined })],
  [
    'house(electron-safety)',
    'src/main/desktop/af.ts',
    `import { BrowserWindow } from 'electron';
const options = { webPreferences: { sandbox: false } };
export const page = () => new BrowserWindow(options);
`,
  ],
  [
    'house(electron-safety)',
    'src/main/desktop/ag.ts',
    `import { shell } from 'electron';\nexport const open = (url: string) => shell.openExternal(url);\n`,
  ],
  [
    'house(electron-safety)',
    'src/main/desktop/ah.ts',
    `import { app } from 'electron';\napp.commandLine.appendSwitch('disable-web-security');\n`,
  ],
  [
    'house(electron-safety)',
    'src/main/desktop/ai.ts',
    `import { app } from 'electron';\napp.on('certificate-error', () => undefined);\n`,
  ],
  [
    'house(electron-safety)',
    'src/renderer/aj.tsx',
    `export const Aj = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n`,
  ],
  ['house(electron-safety)', 'src/renderer/ak.ts', `export const run = (text: string): unknown => eval(text);\n`],
  ['house(electron-safety)', 'src/renderer/al.ts', `export const run = (text: string) => new Function(text);\n`],
  ['eslint(max-lines)', 'src/main/q.ts', 'export {};\n'.repeat(301)],
  ['import(no-default-export)', 'src/main/r.ts', `export default 1;\n`],
  ['house(readonly-types)', 'src/main/s.ts', `export interface S { x: number }\n`],
  ['house(readonly-types)', 'src/main/t.ts', `export type T = { readonly x: string[] };\n`],
  ['house(readonly-types)', 'src/main/u.ts', `export const u = (list: Array<number>) => list.length;\n`],
  ['house(no-enum)', 'src/main/v.ts', `export enum V { A }\n`],
  ['typescript(no-explicit-any)', 'src/main/w.ts', `export const w = (x: any) => String(x);\n`],
  [
    'typescript(switch-exhaustiveness-check)',
    'src/main/x.ts',
    `import { assertNever } from '../shared/assert-never.ts';
export function x(kind: 'a' | 'b'): number {
  switch (kind) {
    case 'a':
      return 1;
    default:
      return assertNever(kind as never);
  }
}
`,
  ],
] as const;

const clean = [
  ['src/shared/assert-never.ts', assertNever],
  [
    'src/main/clean.ts',
    `import { join } from 'node:path';
import { assertNever } from '../shared/assert-never.ts';

export interface Clean {
  readonly list: readonly string[];
}

export function x(kind: 'a' | 'b'): number {
  const parts: string[] = [];
  parts.push(join('a', kind));
  switch (kind) {
    case 'a':
      return parts.length;
    case 'b':
      return 2;
    default:
      return assertNever(kind);
  }
}
`,
  ],
  ['src/main/main.ts', `import { app } from 'electron';\nexport const main = app;\n`],
  ['src/main/clock.ts', `export const clock = 1;\n`],
  ['src/main/app/env.ts', `export { clock } from '../clock.ts';\n`],
  ['src/main/app/app.ts', `export { clock } from '../storage/clean.ts';\n`],
  ['src/main/storage/env.ts', `export { clock } from '../app/env.ts';\n`],
  ['src/main/storage/clean.ts', `export { clock } from '../clock.ts';\n`],
  [
    'src/main/media-jobs/deep/clean.ts',
    `export { clock } from '../../storage/clean.ts';\nexport * from './other.ts';\n`,
  ],
  ['src/main/media-jobs/deep/other.ts', `export const other = 1;\n`],
  [
    'src/main/desktop/clean.ts',
    `export { x } from '../clean.ts';\nexport { other } from '../media-jobs/deep/other.ts';\n`,
  ],
  ['src/main/ipc/transport.ts', `import { ipcMain } from 'electron';\nexport const t = ipcMain;\n`],
  ['src/main/desktop/page.ts', pageWith({ backgroundThrottling: 'false' })],
  [
    'src/main/desktop/links.ts',
    `import { shell } from 'electron';\nexport const open = (url: string) => shell.openExternal(url);\n`,
  ],
  ['src/preload/preload.ts', `import { ipcRenderer } from 'electron';\nexport const p = ipcRenderer;\n`],
  ['src/demo-cloud/clean.ts', `import { createServer } from 'node:http';\nexport const s = createServer;\n`],
  ['src/renderer/state/clean.ts', `export const state = 1;\n`],
  ['src/renderer/chat/clean.ts', `export { state } from '../state/clean.ts';\n`],
  [
    'src/renderer/view.ts',
    `import { assertNever } from '../shared/assert-never.ts';\nexport type V = typeof assertNever;\n`,
  ],
] as const;

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

let house = '';
let report: Report;

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'rushes-lint-'));
  cpSync(join(root, 'lint'), join(house, 'lint'), { recursive: true });
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
  for (const [file, text] of [...clean, ...violations.map(([, ...rest]) => rest)]) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  report = await lint();
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

async function lint(): Promise<Report> {
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [oxlint, '--type-aware', '--format', 'json', 'src', 'tests'];
  const failed: unknown = await promisify(execFile)(process.execPath, args, { cwd: house }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failed instanceof Error) || !('stdout' in failed)) throw new Error('The linter found nothing.');
  return JSON.parse(String(failed.stdout)) as Report;
}

describe('the rules of the house', () => {
  it.each(violations)('%s is found in %s', (code, file) => {
    const found = report.diagnostics.filter((one) => one.filename === file).map((one) => one.code);
    expect(found).toContain(code);
  });

  it('have nothing against clean files', () => {
    const files = new Set<string>(clean.map(([file]) => file));
    expect(report.diagnostics.filter((one) => files.has(one.filename))).toEqual([]);
  });
});
