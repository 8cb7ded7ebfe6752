import { FolderOpen, Play } from 'lucide-react';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Timeline, Track } from '../../shared/domain/timeline.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import { Action, CancelButton, PhaseLine, ProgressBar, shareOf, Warnings } from '../exports/export-row.tsx';
import { useFile } from '../exports/saved-file.ts';
import { clock } from '../locales/format.ts';
import { pieceName } from '../locales/sentences.ts';
import { type Translate, useText } from '../locales/text.ts';
import { playSaved, showFileOf } from '../state/exports.ts';
import { flashTimeline } from '../state/flash.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { Picture } from '../ui/picture.tsx';
import { Card } from './cards.tsx';
import { trackSquares } from './change-text.tsx';

/** The export that a command of the user began, as it is now; the words at hand where it has not begun or is gone. */
export function ExportReply({ turn, text }: { readonly turn: Turn; readonly text: string }) {
  const { t } = useText();
  const job = useWindow(({ exports }) => exportOf(turn, exports));
  const asks = useOpenView((view) => turn.parts.some(isQuestion) && (view?.turns.some(isAgentAtWork) ?? false));
  if (job !== null) return <ExportCard job={job} />;
  return <p className="text-dim">{asks || !turn.parts.some(isQuestion) ? text : t('chat.notExported')}</p>;
}

function isQuestion(part: Turn['parts'][number]): boolean {
  return part.kind === 'notice' && part.notice.code === 'export-asks';
}

function isAgentAtWork({ route, state }: Turn): boolean {
  return route === 'agent' && state !== 'queued' && !isTurnOver(state);
}

/**
 * The first export of the project after the command was given: before the command's end, or after it where the user was first
 * asked whether to wait.
 */
function exportOf(turn: Turn, exports: readonly ExportJob[]): ExportJob | null {
  const until = turn.parts.some(isQuestion) ? Infinity : (turn.endedAt ?? Infinity);
  const own = exports.filter(
    ({ projectId, createdAt }) => projectId === turn.projectId && createdAt >= turn.startedAt && createdAt <= until,
  );
  return own.toSorted((one, other) => one.createdAt - other.createdAt)[0] ?? null;
}

/** An export from its first moment to its file. */
function ExportCard({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  const file = useFile(job);
  const running = !isExportOver(job.state);
  const there = job.state === 'saved' && !file.gone;
  return (
    <Card>
      <div role="group" aria-label={t('chat.exportOf', { name: job.fileName })}>
        <div className="flex items-center gap-2.5">
          <Picture
            image={file.info?.thumbnail ?? null}
            projectId={job.projectId}
            name={job.fileName}
            className="h-9 w-16"
          />
          <div className="min-w-0 flex-1">
            <p dir="auto" className="truncate font-medium" title={job.fileName}>
              {job.fileName}
            </p>
            <p className="flex items-center gap-2 text-sm">
              {running && <Spinner />}
              <PhaseLine job={job} gone={file.gone} />
            </p>
          </div>
          {running && job.state !== 'checking' && <CancelButton exportId={job.id} />}
        </div>
        {running && <ProgressBar share={shareOf(job)} />}
        {there && <Warnings job={job} />}
        {there ? (
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            <Button look="quiet" onClick={() => void playSaved(job)}>
              <Play size={11} fill="currentColor" strokeWidth={0} aria-hidden />
              {t('chat.playExport')}
            </Button>
            <Button look="quiet" onClick={() => void showFileOf(job.id)}>
              <FolderOpen size={12} aria-hidden />
              {t('exports.show')}
            </Button>
            <span className="ml-auto text-xs text-faint">{t('receipt.free')}</span>
          </div>
        ) : (
          <div className="mt-1.5 empty:hidden">
            <Action job={job} gone={file.gone} />
          </div>
        )}
      </div>
    </Card>
  );
}

type StatusProps = { readonly turn: Turn; readonly line: string };

/** What the project is now: its video, and what is being done to it. `line` is what the agent would be told of it. */
export function StatusCard({ turn, line }: StatusProps) {
  const { t } = useText();
  const timeline = useOpenView((view) => view?.timeline ?? null);
  const working = useOpenView((view) => view?.turns.some(isAgentAtWork) ?? false);
  const job = useWindow(
    ({ exports }) =>
      exports.find(({ projectId, state }) => projectId === turn.projectId && !isExportOver(state)) ?? null,
  );
  return (
    <div className="flex flex-col gap-2">
      <Card>
        <div role="group" aria-label={t('chat.status')}>
          <p className="sr-only">{line}</p>
          {timeline !== null && <TimelineLines timeline={timeline} />}
          {working && (
            <p className="mt-2 flex items-center gap-2 border-t border-line pt-2 text-sm text-dim">
              <Spinner />
              {t('shell.agentWorking')}
            </p>
          )}
        </div>
      </Card>
      {job !== null && <ExportCard job={job} />}
    </div>
  );
}

function TimelineLines({ timeline: { durationMs, tracks, version } }: { readonly timeline: Timeline }) {
  const { t } = useText();
  const details = [
    clock(Math.round(durationMs / 1000)),
    t('timeline.tracks', { count: tracks.length }),
    t('timeline.version', { version }),
  ];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="text-sm text-dim tabular">{details.join(' · ')}</p>
        <ShowTracksButton />
      </div>
      <ul className="mt-1.5 flex flex-col gap-0.5">
        {tracks.map((track, index) => (
          <li key={index} className="flex items-center gap-2">
            <span aria-hidden className={`size-2 shrink-0 rounded-[2px] ${trackSquares[track.kind]}`} />
            <span className="shrink-0 text-dim">{t(`timeline.${track.role ?? track.kind}`)}</span>
            <span dir="auto" className="min-w-0 truncate">
              {namesOn(t, track)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** More names than these do not fit into a line. */
const mostNames = 6;

function namesOn(t: Translate, { kind, segments }: Track): string {
  return segments
    .slice(0, mostNames)
    .map(({ name, text }) => pieceName(t, kind, text ?? name))
    .join(' · ');
}

/** Points at the tracks, which are in sight below the picture. */
export function ShowTracksButton() {
  const { t } = useText();
  return (
    <Button look="quiet" onClick={flashTimeline}>
      {t('chat.showTracks')}
    </Button>
  );
}
