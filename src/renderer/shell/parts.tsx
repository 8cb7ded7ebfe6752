import type { ComponentProps } from 'react';
import { Log as Conversation } from '../chat/log.tsx';
import { Tips } from '../ui/tip.tsx';
import { ProjectsColumn as Projects } from './projects-column.tsx';
import { Stage as PictureAndCut } from './stage.tsx';
import { TopBar as Bar } from './top-bar.tsx';

// What the window does not need in its first frame. Where one tip was shown, those beside it come without delay.
export { Tour } from '../chat/tour.tsx';
export { Announcer } from './announcer.tsx';
export { Banners } from './banners.tsx';
export { FoldHandle, Rail } from './folding.tsx';

export function TopBar() {
  return (
    <Tips>
      <Bar />
    </Tips>
  );
}

export function ProjectsColumn(props: ComponentProps<typeof Projects>) {
  return (
    <Tips>
      <Projects {...props} />
    </Tips>
  );
}

export function Log(props: ComponentProps<typeof Conversation>) {
  return (
    <Tips>
      <Conversation {...props} />
    </Tips>
  );
}

export function Stage() {
  return (
    <Tips>
      <PictureAndCut />
    </Tips>
  );
}
