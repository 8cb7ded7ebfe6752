import { useState } from 'react';
import { gifProblem, type GifOrder, gifWidths, longestGifMs } from '../../shared/domain/gif.ts';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Choice, Hint, LabelledField } from '../ui/fields.tsx';

/** Of the whole video, where nothing is marked in the player. */
const usualSeconds = 5;

/** The marked part of the video, or what comes after the playhead, in seconds. */
function proposed(): readonly [from: number, to: number] {
  const { loop, seconds, duration } = usePlayhead.getState();
  if (loop?.to != null) return [loop.from, Math.min(loop.to, loop.from + longestGifMs / 1000)];
  const from = seconds >= duration - 0.1 ? 0 : seconds;
  return [from, Math.min(duration, from + usualSeconds)];
}

const widths = gifWidths.map((width) => ({ value: String(width), label: `${width} px` }));

/** Asks which part of the video becomes a GIF, and how wide; it is made on this computer. */
export function GifDialog({
  projectId,
  version,
}: {
  readonly projectId: string;
  readonly version?: number | undefined;
}) {
  const { t } = useText();
  const [[from, to], setPart] = useState(() => proposed().map((seconds) => seconds.toFixed(1)) as [string, string]);
  const [width, setWidth] = useState<GifOrder['width']>(480);
  const [fromMs, toMs] = [Math.round(Number(from) * 1000), Math.round(Number(to) * 1000)];
  const problem = fromMs >= 0 ? gifProblem({ fromMs, toMs }) : 'empty';
  const start = () => {
    closeDialog('gif');
    void ask('gif.start', { projectId, fromMs, toMs, width, ...(version === undefined ? {} : { version }) });
  };
  const hint =
    problem === null ? t('gif.length', { seconds: ((toMs - fromMs) / 1000).toFixed(1) }) : t(`gif.${problem}`);
  return (
    <DialogFrame title={t('gif.title')} size="w-[min(440px,calc(100vw-32px))]" onClose={() => closeDialog('gif')}>
      <div className="flex flex-col gap-4 overflow-y-auto p-5">
        <LabelledField
          label={t('gif.from')}
          hint={t('gif.fromHint')}
          type="number"
          min={0}
          step={0.1}
          value={from}
          className="w-24 tabular"
          onChange={(event) => setPart([event.target.value, to])}
        />
        <LabelledField
          label={t('gif.to')}
          hint={hint}
          bad={problem !== null}
          type="number"
          min={0}
          step={0.1}
          value={to}
          className="w-24 tabular"
          onChange={(event) => setPart([from, event.target.value])}
        />
        <Choice
          name={t('gif.width')}
          options={widths}
          value={String(width)}
          onChoose={(value) => setWidth(gifWidths.find((one) => String(one) === value) ?? 480)}
        />
        <Hint>{t('gif.hint')}</Hint>
        <div className="flex justify-end gap-2">
          <Button onClick={() => closeDialog('gif')}>{t('shell.cancel')}</Button>
          <Button look="primary" disabled={problem !== null} onClick={start}>
            {t('gif.start')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
