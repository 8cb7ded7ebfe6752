import { lazy, Suspense, useEffect } from 'react';
import { assertNever } from '../shared/assert-never.ts';
import { commandOfKey } from './commands/command-keys.ts';
import { runCommand } from './commands/run-command.ts';
import { loadChinese } from './locales/text.ts';
import { DropZone } from './shell/drop-zone.tsx';
import { lastChange, undoLast } from './state/restore.ts';
import type { Dialog } from './state/model.ts';
import { useOpenView, useWindow } from './state/store.ts';

const BatchSheet = lazy(async () => ({ default: (await import('./batch/sheet.tsx')).BatchSheet }));
// These find what is asked for in either language.
const Settings = lazy(async () => {
  const [{ Settings: Part }] = await Promise.all([import('./settings/settings.tsx'), loadChinese()]);
  return { default: Part };
});
const Palette = lazy(async () => {
  const [{ Palette: Part }] = await Promise.all([import('./commands/palette.tsx'), loadChinese()]);
  return { default: Part };
});
const Faults = lazy(async () => ({ default: (await import('./settings/faults.tsx')).Faults }));
const AnswerQuestion = lazy(async () => ({ default: (await import('./exports/questions.tsx')).AnswerQuestion }));
const MediaJobs = lazy(async () => ({ default: (await import('./media-tools/media-tools.tsx')).MediaJobs }));
const AllExports = lazy(async () => ({ default: (await import('./exports/all-exports.tsx')).AllExports }));
const RemoveQuestion = lazy(async () => ({ default: (await import('./exports/questions.tsx')).RemoveQuestion }));
const WhatsNew = lazy(async () => ({ default: (await import('./help/whats-new.tsx')).WhatsNew }));
const UpdateNotes = lazy(async () => ({ default: (await import('./shell/update-notes.tsx')).UpdateNotes }));
const Report = lazy(async () => ({ default: (await import('./help/report.tsx')).Report }));
const Diagnostics = lazy(async () => ({ default: (await import('./help/diagnostics.tsx')).Diagnostics }));
const RestoreDialog = lazy(async () => ({ default: (await import('./versions/restore-dialog.tsx')).RestoreDialog }));
const Search = lazy(async () => ({ default: (await import('./commands/search.tsx')).Search }));

const ImportReviewDialog = lazy(async () => ({
  default: (await import('./import-review/import-review.tsx')).ImportReviewDialog,
}));
const GifDialog = lazy(async () => ({ default: (await import('./exports/gif-dialog.tsx')).GifDialog }));
const CaptionsDialog = lazy(async () => ({
  default: (await import('./import-review/captions-dialog.tsx')).CaptionsDialog,
}));
const LinkDialog = lazy(async () => ({ default: (await import('./import-review/link-dialog.tsx')).LinkDialog }));

/**
 * Everything that lies over the window, and the keys of commands. Drawn apart from the window: a list of incoming files changes with
 * each file that main looks into.
 */
export function Overlays() {
  useShortcuts();
  const importReview = useOpenView((view) => view?.importReview ?? null);
  const draft = useWindow((state) => state.batch.draft);
  const dialog = useWindow((state) => state.dialog);
  return (
    <>
      <DropZone />
      <Suspense>
        {importReview !== null && <ImportReviewDialog key={importReview.id} importReview={importReview} />}
        {draft !== null && <BatchSheet draft={draft} />}
        {dialog !== null && <OpenDialog dialog={dialog} />}
      </Suspense>
    </>
  );
}

function OpenDialog({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'settings':
      return <Settings key={dialog.section} section={dialog.section} />;
    case 'faults':
      return <Faults />;
    case 'palette':
      return <Palette only={dialog.only} />;
    case 'search':
      return <Search begin={dialog.query} />;
    case 'all-exports':
      return <AllExports removingId={dialog.removingId} />;
    case 'remove-export':
      return <RemoveQuestion exportId={dialog.removingId} />;
    case 'export-question':
      return <AnswerQuestion request={dialog.request} />;
    case 'link':
      return <LinkDialog projectId={dialog.projectId} />;
    case 'media-tools':
      // The tools of a batch's file stand within the batch sheet.
      return dialog.entry.forBatch ? null : <MediaJobs entry={dialog.entry} />;
    case 'gif':
      return <GifDialog projectId={dialog.projectId} version={dialog.version} />;
    case 'captions':
      return <CaptionsDialog key={dialog.name} dialog={dialog} />;
    case 'whats-new':
      return <WhatsNew />;
    case 'update-notes':
      return <UpdateNotes next={dialog.next} />;
    case 'report':
      return <Report />;
    case 'diagnostics':
      return <Diagnostics />;
    case 'restore':
      return <RestoreDialog entry={dialog.entry} />;
    default:
      return assertNever(dialog);
  }
}

const typing = 'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Ctrl or Cmd with Z, outside of texts and dialogs: there it is a matter of their own. */
function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || altKey || shiftKey) return false;
  const isElsewhere = !(target instanceof Element) || target.closest(`${typing}, [role="dialog"]`) === null;
  const { dialog, openProjectId, views, batch } = useWindow.getState();
  return isElsewhere && dialog === null && batch.openId === null && lastChange(views[openProjectId]) !== null;
}

/** The keys of commands; what has the focus comes first. */
function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && isUndo(event)) {
        event.preventDefault();
        void undoLast();
        return;
      }
      const command = event.defaultPrevented ? null : commandOfKey(event);
      if (command === null) return;
      // The menu would do it once more.
      event.preventDefault();
      runCommand(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
