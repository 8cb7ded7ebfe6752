import { Tooltip } from '@base-ui/react/tooltip';
import { screen, within, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BatchView } from '../../src/renderer/batch/batch-view.tsx';
import { BatchSheet } from '../../src/renderer/batch/sheet.tsx';
import type { BatchDraft } from '../../src/renderer/state/model.ts';
import { useWindow } from '../../src/renderer/state/store.ts';
import type { Batch, BatchItem } from '../../src/shared/domain/batch.ts';
import { unknownMediaInfo } from '../../src/shared/domain/media-info.ts';
import { mediaUrl } from '../../src/shared/media-url.ts';
import { batchItem, project, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const words = {
  en: {
    own: (name: string) => `Own instruction for ${name}`,
    common: 'Instruction for each file',
    sent: 'What will be sent',
    unsupported: "This format isn't supported.",
    formats: /^You can use mp4, /,
    start: /^Start with 2 files/,
    remove: 'Remove a.png',
    exportAll: 'Export all',
    none: 'No video is finished yet.',
    paused: 'The batch is paused. Continue or stop it first.',
  },
  zh: {
    own: (name: string) => `单独写指令：${name}`,
    common: '对每个文件的指令',
    sent: '将要发送的内容',
    unsupported: '不支持这种格式。',
    formats: /^支持的格式：mp4, /,
    start: /^开始处理 2 个/,
    remove: '移除 a.png',
    exportAll: '全部导出',
    none: '还没有已完成的视频。',
    paused: '批处理已暂停，请先继续或停止。',
  },
} as const;

const draft: BatchDraft = {
  files: [
    { id: 'a', mediaId: 'media-a', name: 'a.png', bytes: 2048, kind: 'image' },
    { id: 'b', mediaId: 'media-b', name: 'b.mp4', bytes: 4096, kind: 'video' },
  ],
  refused: [],
};
const frame = 'data:image/jpeg;base64,AAAA';

async function write(user: UserEvent, field: string, words: string): Promise<void> {
  await user.click(screen.getByRole('textbox', { name: field }));
  await user.paste(words);
}

/** The sheet as the window has it: what leaves the draft leaves the sheet. */
function Sheet() {
  const current = useWindow((state) => state.batch.draft);
  return current && <BatchSheet draft={current} />;
}

describe.each(['en', 'zh'] as const)('the sheet of a batch in %s', (locale) => {
  const text = words[locale];
  /** The rows are there once the list knows its height. */
  const shown = async (given: BatchDraft = draft) => {
    const sheet = show(
      <Tooltip.Provider>
        <Sheet />
      </Tooltip.Provider>,
      locale,
      {
        batch: { draft: given, openId: null, uploads: {} },
        info: { 'media-b': { ...unknownMediaInfo, kind: 'video', thumbnail: frame } },
        projects: [project()],
        openProjectId: 'p1',
        views: { p1: view() },
        answer: { 'batch.folder': { name: 'videos' }, 'batch.start': { batchId: 'b1' } },
      },
    );
    await screen.findByRole('button', { name: text.own('b.mp4') });
    return sheet;
  };
  const previews = () =>
    within(screen.getByRole('list', { name: text.sent }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('begins at the instruction where it has its files', async () => {
    await shown();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: text.common })));
  });

  it('lets a file have an instruction of its own, with placeholders', async () => {
    const { user, requests } = await shown();
    await write(user, text.common, 'Trim {name}');
    await user.click(screen.getByRole('button', { name: text.own('b.mp4') }));
    await write(user, text.own('b.mp4'), 'Slow {name} down, {n}');
    expect(previews()).toEqual(['Trim a', 'Slow b down, 2']);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: text.start }));
    expect(requests().find(({ name }) => name === 'batch.start')?.input).toMatchObject({
      template: 'Trim {name}',
      items: [
        { id: 'a', own: '' },
        { id: 'b', own: 'Slow {name} down, {n}' },
      ],
    });
  });

  it('starts without a common one once every file has its own', async () => {
    const { user } = await shown();
    const start = () => screen.getByRole('button', { name: text.start });
    await user.click(screen.getByRole('button', { name: text.own('a.png') }));
    await write(user, text.own('a.png'), 'Zoom in');
    expect(start().hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', { name: text.own('b.mp4') }));
    await write(user, text.own('b.mp4'), 'Slow down');
    expect(start().hasAttribute('disabled')).toBe(false);
  });

  it('says of each file that it cannot use why, and names the formats once', async () => {
    const refused = ['notes.txt', 'plan.docx'].map((name) => ({
      name,
      failure: { code: 'unsupported-file' as const },
      large: null,
    }));
    await shown({ ...draft, refused });
    expect(screen.getAllByText(new RegExp(text.unsupported))).toHaveLength(2);
    expect(screen.getAllByText(text.formats)).toHaveLength(1);
    await expectAccessible();
  });

  it('keeps an instruction with its file, and shows the pictures that are there', async () => {
    const { user } = await shown();
    const pictures = [...document.querySelectorAll('[role="listitem"] img')].map((image) => image.getAttribute('src'));
    expect(pictures).toEqual([mediaUrl('media-a'), frame]);
    await user.click(screen.getByRole('button', { name: text.own('b.mp4') }));
    await write(user, text.own('b.mp4'), 'Slow down');
    await user.click(screen.getByRole('button', { name: text.remove }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: text.own('b.mp4') }).value).toBe('Slow down');
    expect(previews()).toEqual(['Slow down']);
  });
});

const item = (changes: Partial<BatchItem>): BatchItem =>
  batchItem({ state: 'done', message: 'Trim a', projectId: 'p1', ...changes });

const batch: Batch = {
  id: 'b1',
  state: 'done',
  pause: null,
  mode: 'each',
  template: 'Trim {name}',
  exports: null,
  createdAt: 0,
  endedAt: 1,
  items: [item({})],
};

describe.each(['en', 'zh'] as const)('a batch that exports all in %s', (locale) => {
  const text = words[locale];
  const shown = (change: Partial<Batch>) =>
    show(
      <Tooltip.Provider>
        <BatchView batch={{ ...batch, ...change }} />
      </Tooltip.Provider>,
      locale,
      { projects: [project()] },
    );
  const button = () => screen.getByRole('button', { name: text.exportAll });
  const asked = (requests: ReturnType<typeof shown>['requests']) =>
    requests().filter(({ name }) => name === 'batch.exportAll');

  it('does so where something finished was not exported', async () => {
    const { user, requests } = shown({});
    expect(button().getAttribute('aria-disabled')).toBeNull();
    await user.click(button());
    expect(asked(requests)).toEqual([{ name: 'batch.exportAll', input: { batchId: 'b1' } }]);
    await expectAccessible();
  });

  it.each([
    ['nothing is finished', { items: [item({ state: 'failed' })] }, text.none],
    ['it is paused', { state: 'paused', pause: { by: 'user' } }, text.paused],
    ['the project is gone', { items: [item({ projectId: 'gone' })] }, text.none],
  ] as const)('is off where %s, and says why', async (_when, change, reason) => {
    const { user, requests } = shown(change);
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button().getAttribute('aria-describedby') ?? '')?.textContent).toBe(reason);
    await user.click(button());
    expect(asked(requests)).toEqual([]);
    await expectAccessible();
  });
});
