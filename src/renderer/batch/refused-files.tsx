import type { RefusedFile } from '../../shared/domain/batch.ts';
import { TooLargeActions } from '../media-tools/too-large-actions.tsx';
import { useWindow } from '../state/store.ts';
import { size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

/** Files that a batch cannot use as they are, and what can be made of them. */
export function RefusedFiles({ refused }: { readonly refused: readonly RefusedFile[] }) {
  const { t } = useText();
  if (refused.length === 0) return null;
  return (
    <ul role="status" className="flex max-h-28 flex-col gap-1.5 overflow-y-auto text-sm">
      {refused.map(({ name, failure, large }, index) => (
        <li key={`${index} ${name}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className={`min-w-0 flex-1 basis-64 wrap-anywhere ${large === null ? 'text-bad' : ''}`}>
            {large === null
              ? t('batch.refused', { name, reason: failureText(t, failure) })
              : t('batch.tooLarge', { name, size: size(large.bytes) })}
          </span>
          {large !== null && <LargeActions name={name} large={large} />}
        </li>
      ))}
    </ul>
  );
}

type LargeProps = { readonly name: string; readonly large: NonNullable<RefusedFile['large']> };

/** The work itself is told, as any other, in the open project. */
function LargeActions({ name, large }: LargeProps) {
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <span className="flex gap-1.5">
      <TooLargeActions file={{ ...large, name, projectId, forBatch: true }} />
    </span>
  );
}
