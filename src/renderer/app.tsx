import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { lazy, Suspense } from 'react';
import { Banners } from './shell/banners.tsx';
import { Columns } from './shell/columns.tsx';
import { DropZone } from './shell/drop-zone.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { useOpenView, useWindow } from './state/store.ts';

const BatchSheet = lazy(async () => ({ default: (await import('./batch/sheet.tsx')).BatchSheet }));
const Settings = lazy(async () => ({ default: (await import('./settings/settings.tsx')).Settings }));
const AnswerQuestion = lazy(async () => ({ default: (await import('./exports/answer-question.tsx')).AnswerQuestion }));
const MediaJobs = lazy(async () => ({ default: (await import('./media-tools/media-tools.tsx')).MediaJobs }));
const AllExports = lazy(async () => ({ default: (await import('./exports/all-exports.tsx')).AllExports }));
const RemoveQuestion = lazy(async () => ({ default: (await import('./exports/remove-question.tsx')).RemoveQuestion }));
const Palette = lazy(async () => ({ default: (await import('./commands/palette.tsx')).Palette }));
const Search = lazy(async () => ({ default: (await import('./commands/search.tsx')).Search }));

const ImportReviewDialog = lazy(async () => ({
  default: (await import('./import-review/import-review.tsx')).ImportReviewDialog,
}));
const LinkDialog = lazy(async () => ({ default: (await import('./import-review/link-dialog.tsx')).LinkDialog }));

/** The window. Style elements are off, since the content security policy refuses them. */
export function App() {
  useShortcuts();
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        <div className="flex h-full flex-col">
          <TopBar />
          <Banners />
          <Columns />
        </div>
        <DropZone />
        <Dialogs />
      </Tooltip.Provider>
    </CSPProvider>
  );
}

/** What lies over the window. A list of files changes with each file that is looked into, and nothing beneath it does. */
function Dialogs() {
  const settingsOpen = useWindow((state) => state.settingsOpen);
  const asking = useWindow((state) => state.exportQuestion !== null);
  const allExportsOpen = useWindow((state) => state.allExportsOpen);
  const removing = useWindow((state) => state.removingExportId !== null && !state.allExportsOpen);
  const finder = useWindow((state) => state.finder);
  const importReview = useOpenView((view) => view?.importReview ?? null);
  const linkingId = useWindow((state) => state.linkingId);
  const mediaTools = useWindow((state) => state.mediaTools);
  const batchDraft = useWindow((state) => state.batchDraft);
  return (
    <Suspense>
      {settingsOpen && <Settings />}
      {importReview !== null && <ImportReviewDialog key={importReview.id} importReview={importReview} />}
      {linkingId !== null && <LinkDialog projectId={linkingId} />}
      {batchDraft !== null && <BatchSheet draft={batchDraft} />}
      {asking && <AnswerQuestion />}
      {mediaTools && !mediaTools.forBatch && <MediaJobs entry={mediaTools} />}
      {allExportsOpen && <AllExports />}
      {removing && <RemoveQuestion />}
      {finder === 'palette' && <Palette />}
      {finder === 'search' && <Search />}
    </Suspense>
  );
}
