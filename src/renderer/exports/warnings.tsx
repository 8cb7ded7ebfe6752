import { TriangleAlert } from 'lucide-react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { useText } from '../locales/text.ts';

/** What is odd about a file that was saved. No list: each item of the list around it is an export. */
export function Warnings({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  const warnings = job.check?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <div className="mt-0.5 text-sm text-dim">
      {warnings.map((warning) => (
        <p key={warning} className="flex items-baseline gap-1.5">
          <TriangleAlert size={11} aria-hidden className="shrink-0 translate-y-px text-accent" />
          {t(`deliveryWarning.${warning}`)}
        </p>
      ))}
    </div>
  );
}
