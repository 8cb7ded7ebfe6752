import { shownName } from '../../shared/domain/shown-name.ts';
import type { Locale } from '../../shared/domain/app-state.ts';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { Pulse } from '../state/model.ts';
import { ago, size } from './format.ts';
import type { Translate } from './text.ts';

/** A project's name, or what an unnamed one is called. */
export function projectName(t: Translate, project: Project): string {
  return project.name === '' ? t('projects.unnamed') : shownName(project.name);
}

type MediaInfoReader = {
  readonly project: Project;
  readonly pulse: Pulse | undefined;
  /** The exports of this project, oldest first. */
  readonly exports: readonly ExportJob[];
  /** Epoch ms. */
  readonly now: number;
};

/** The one line under a project's name: what is going on there, what needs the user, what came of it, or when it was. */
export function projectStatus(t: Translate, locale: Locale, { project, pulse, exports, now }: MediaInfoReader): string {
  if (pulse?.working === true) return t(`activity.${pulse.activity ?? 'working'}`);
  if (exports.some(({ state }) => !isExportOver(state))) return t('projects.exporting');
  const last = exports.at(-1);
  if (pulse?.troubled === true || last?.state === 'failed') return t('projects.needsYou');
  if (last?.state === 'saved')
    return last.bytes === null ? t('projects.saved') : `${t('projects.saved')} · ${size(last.bytes)}`;
  return ago(t, locale, project.updatedAt, now);
}
