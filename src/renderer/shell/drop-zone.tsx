import { FilePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dropOnBatch } from '../state/batches.ts';
import { addFiles } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** Files dropped or pasted anywhere in the window go to the open project, or to the batch that is being put together; while they hover, the window says so. */
export function DropZone() {
  const { t } = useText();
  const over = useFileDrop();
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-40 bg-ground/80 p-4">
      <div className="flex h-full items-center justify-center rounded-card border-2 border-dashed border-accent">
        <div className="flex flex-col items-center gap-1 rounded-card border border-line-strong bg-raised px-8 py-5 shadow-lg">
          <FilePlus size={24} strokeWidth={1.5} aria-hidden className="mb-1 text-dim" />
          <p className="text-[17px] font-semibold">{t('shell.drop')}</p>
          <p className="text-dim">{t('shell.dropHint')}</p>
        </div>
      </div>
    </div>
  );
}

/** Files and pictures of the clipboard; words stay with the field that they are pasted into. */
function takePasted(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (event.clipboardData === null || files.length === 0 || isOfWords(event.clipboardData)) return;
  event.preventDefault();
  void addFiles(useWindow.getState().openProjectId, files);
}

/**
 * Whether a clipboard holds words. Office programs add a picture of what was copied to its text and HTML; a picture
 * copied from a page has HTML but no text, and a file copied from a folder has its name as text but no HTML.
 */
export function isOfWords(clipboard: Pick<DataTransfer, 'types' | 'getData'>): boolean {
  return clipboard.types.includes('text/html') && clipboard.getData('text/plain').trim() !== '';
}

function useFileDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      window.addEventListener(type, handle, { signal: stop.signal });
    const hover = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    listen('dragenter', hover);
    listen('dragover', hover);
    // Only the event of leaving the window has no target that it goes to.
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const { batch, openProjectId } = useWindow.getState();
      void (batch.draft === null ? addFiles(openProjectId, files) : dropOnBatch(files));
    });
    window.addEventListener('paste', takePasted, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return over;
}
