import type { Project } from '../../shared/domain/project.ts';
import { hues } from '../ui/hue.ts';

type Props = { readonly project: Project; readonly narrow: boolean };

/** A project's small picture, or a quiet gradient of its own until something was previewed. */
export function Thumbnail({ project, narrow }: Props) {
  const frame = `h-[26px] shrink-0 rounded-thumb ${narrow ? 'w-9' : 'w-11'}`;
  if (project.thumbnail !== null)
    return <img src={project.thumbnail} alt="" className={`${frame} object-cover`} draggable={false} />;
  const [from, to] = hues(project.id);
  const backgroundImage = `linear-gradient(135deg, oklch(0.42 0.07 ${from}), oklch(0.66 0.09 ${to}))`;
  return <span aria-hidden style={{ backgroundImage }} className={frame} />;
}
