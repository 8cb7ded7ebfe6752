import { Volume2, VolumeX } from 'lucide-react';
import { useCallback, useId, useRef, useState, type CSSProperties, type RefObject } from 'react';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { changeLine } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Controls } from './controls.tsx';
import type { SideIndex } from './film-pair.ts';
import { FilmNotes } from './film-notes.tsx';
import { toggleFullscreen, usePlayerKeys } from './keys.ts';
import { toggleMute } from './use-volume.ts';
import { useFilmPair } from './use-film.ts';
import type { Film } from './use-film-player.ts';

type Props = {
  readonly projectId: string;
  /** The older version, and the newer one. */
  readonly from: number;
  readonly to: number;
  readonly present: number;
};

/** Two versions in step, the older one on the left, with what changed between them. */
export function SideBySide({ projectId, from, to, present }: Props) {
  const { t } = useText();
  const whole = useRef<HTMLDivElement>(null);
  const leftFrame = useRef<HTMLDivElement>(null);
  const rightFrame = useRef<HTMLDivElement>(null);
  const [sounding, setSounding] = useState<SideIndex>(1);
  const cutOf = (version: number) => ({ projectId, version, isPast: version !== present });
  const [left, right] = useFilmPair([leftFrame, rightFrame], [cutOf(from), cutOf(to)], sounding);
  const answer = useAnswer('draft.compare', { projectId, from, to }, 'quiet');
  const changes = answer?.ok === true ? answer.data : null;
  const fullscreen = useCallback(() => void toggleFullscreen(whole.current), []);
  usePlayerKeys({ onMute: toggleMute, onFullscreen: fullscreen });
  const nameOf = (version: number): string =>
    t(version === present ? 'versions.compareNow' : 'versions.pick', { version });
  const sideProps = (side: SideIndex) => ({
    name: nameOf(side === 0 ? from : to),
    isHeard: sounding === side,
    onHear: () => setSounding(side),
  });
  return (
    <div ref={whole} className="flex min-h-0 flex-1 flex-col bg-stage">
      <div className="stage">
        <div className="flex w-full items-end justify-center gap-4">
          <Side frame={leftFrame} film={left} {...sideProps(0)} />
          <Side frame={rightFrame} film={right} {...sideProps(1)} />
        </div>
        <Controls
          usable={isUsable(left) && isUsable(right)}
          onFullscreen={fullscreen}
          frame={false}
          marks={marksOf(changes ?? [])}
        />
        <Changes changes={changes} from={from} to={to} />
      </div>
    </div>
  );
}

/** Where something of the newer version begins that was not there before, in seconds. */
function marksOf(changes: readonly DraftChange[]): readonly number[] {
  const starts = changes.slice(0, most).flatMap((change) => {
    if (change.kind === 'added') return [change.startMs];
    return change.kind === 'moved' ? [change.toMs] : [];
  });
  return [...new Set(starts)].map((ms) => ms / 1000);
}

function isUsable({ composition, player, crashed }: Film): boolean {
  return composition !== null && composition.frames > 0 && player !== null && !crashed;
}

type SideProps = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly film: Film;
  readonly name: string;
  readonly isHeard: boolean;
  readonly onHear: () => void;
};

function Side({ frame, film, name, isHeard, onHear }: SideProps) {
  const { t } = useText();
  const { width, height } = film.composition?.canvas ?? { width: 16, height: 9 };
  const Icon = isHeard ? Volume2 : VolumeX;
  return (
    <div style={{ '--ratio': width / height } as CSSProperties} className="flex min-w-0 flex-col">
      <div className="flex h-7 shrink-0 items-center justify-between pb-1 gap-2 text-sm">
        <p title={name} className="min-w-0 truncate text-stage-ink tabular">
          {name}
        </p>
        <button
          type="button"
          aria-pressed={isHeard}
          aria-label={t('versions.hear', { name })}
          title={t('versions.hear', { name })}
          onClick={onHear}
          className={`flex size-6 shrink-0 items-center justify-center rounded-control transition-colors hover:bg-white/10 ${isHeard ? 'text-stage-ink' : 'text-stage-dim'}`}
        >
          <Icon size={14} aria-hidden />
        </button>
      </div>
      <div className="stage-pair-frame relative overflow-hidden rounded-[6px] bg-black">
        <div ref={frame} role="img" aria-label={name} className="absolute inset-0" />
        <FilmNotes film={film} />
      </div>
    </div>
  );
}

/** Lines that anybody reads. */
const most = 300;
const squares = { video: 'bg-video', audio: 'bg-music', text: 'bg-title', other: 'bg-other' } as const;

type ChangesProps = { readonly changes: readonly DraftChange[] | null; readonly from: number; readonly to: number };

function Changes({ changes, from, to }: ChangesProps) {
  const { t } = useText();
  const heading = useId();
  return (
    <div className="stage-pair-changes text-sm">
      <h2 id={heading} className="sr-only">
        {t('versions.between', { from, to })}
      </h2>
      {changes?.length === 0 && <p className="text-stage-dim">{t('versions.same')}</p>}
      {changes !== null && changes.length > 0 && (
        <ul aria-labelledby={heading} className="flex flex-col gap-0.5">
          {changes.slice(0, most).map((change, index) => {
            const { track, text, detail } = changeLine(t, change);
            return (
              <li key={index} className="offscreen-line flex items-baseline gap-2 text-stage-ink">
                <span aria-hidden className={`size-2 shrink-0 rounded-[2px] ${squares[track]}`} />
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {text}
                  {detail !== null && <span className="text-stage-dim"> · {detail}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
