import type { ExportJob } from '../../shared/domain/export-job.ts';
import { hues } from '../ui/hue.ts';

type Props = { readonly job: ExportJob; readonly picture: string | null; readonly className: string };

/** The export's first good frame; a quiet gradient until there is one. */
export function ExportPicture({ job, picture, className }: Props) {
  const frame = `shrink-0 rounded-thumb ${className}`;
  if (picture !== null) return <img src={picture} alt="" className={`${frame} object-cover`} draggable={false} />;
  const [from, to] = hues(job.projectId);
  const backgroundImage = `linear-gradient(135deg, oklch(0.42 0.07 ${from}), oklch(0.66 0.09 ${to}))`;
  return <span aria-hidden style={{ backgroundImage }} className={frame} />;
}
