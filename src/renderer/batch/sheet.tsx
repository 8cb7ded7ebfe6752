import { Dialog } from '@base-ui/react/dialog';
import { type RefObject, useId, useRef, useState } from 'react';
import { longestTemplate } from '../../shared/domain/batch.ts';
import { unknownPlaceholders, targetPlaceholders } from '../../shared/domain/template.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { isAsked } from '../../shared/domain/spend-permission.ts';
import { MediaJobs } from '../media-tools/media-tools.tsx';
import { projectName } from '../locales/project-status.ts';
import { Choice, Hint } from '../ui/fields.tsx';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { closeBatchSheet, openBatch } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { useDialog } from '../state/dialogs.ts';
import type { BatchDraft } from '../state/model.ts';
import { useOpenProject, useOpenView, useWindow } from '../state/store.ts';
import { listed } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { SpendQuestion } from '../settings/spend-question.tsx';
import { type Instructed, likelyBatchCost, spanText, templateDetails } from './details.ts';
import { ExportFields, type ExportChoice } from './export-fields.tsx';
import { Files, type Owns } from './files.tsx';

type Into = 'each' | 'new' | 'here';

/** Puts a batch together: files, an instruction for each, where they go, and what is exported. */
export function BatchSheet({ draft }: { readonly draft: BatchDraft }) {
  const { t } = useText();
  const [template, setTemplate] = useState('');
  const [owns, setOwns] = useState<Owns>({});
  const [into, setInto] = useState<Into>('each');
  const [exported, setExported] = useState<ExportChoice>({ wanted: false, pattern: '{name}' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [starting, setStarting] = useState(false);
  const mediaTools = useDialog('media-tools')?.entry;
  const projectId = useWindow((state) => state.openProjectId);
  const badPattern = exported.wanted && exported.pattern.trim() === '';
  const files = draft.files.map(({ id, name }) => ({ id, name, own: owns[id]?.trim() ?? '' }));
  const instructed = files.map(({ name, own }) => ({ name, instruction: own === '' ? template : own }));
  const instructions = instructed.map(({ instruction }) => instruction);
  const complete = files.length > 0 && instructions.every((text) => text.trim() !== '');
  const ready = complete && !badPattern && !starting;
  const asks = useWindow(({ preferences, rehearsal }) => !rehearsal && isAsked('batch', preferences));
  const [asking, setAsking] = useState(false);
  const instruction = useRef<HTMLTextAreaElement>(null);
  const start = async (consented = !asks) => {
    if (!ready) return;
    setAsking(!consented);
    if (!consented) return;
    setStarting(true);
    const answer = await ask(
      'batch.start',
      {
        items: files.map(({ id, own }) => ({ id, own })),
        template,
        into: into === 'here' ? projectId : into,
        exports: exported.wanted ? exported.pattern : null,
      },
      'quiet',
    );
    setStarting(false);
    if (!answer.ok) return setFailure(answer.error);
    closeBatchSheet();
    openBatch(answer.data.batchId);
  };
  return (
    <DialogFrame
      title={t('batch.sheet')}
      note={<Dialog.Description className="truncate text-sm text-dim">{t('batch.sheetHint')}</Dialog.Description>}
      size="w-[min(640px,calc(100vw-32px))]"
      {...(files.length > 0 && { initialFocus: instruction })}
      onClose={closeBatchSheet}
    >
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto p-5">
        <Files draft={draft} owns={owns} onOwn={(fileId, own) => setOwns({ ...owns, [fileId]: own })} />
        <Template field={instruction} template={template} files={instructed} onChange={setTemplate} />
        <IntoChoice into={into} onChoose={setInto} />
        <ExportFields choice={exported} onChange={setExported} onFailure={setFailure} />
        <PatternTrouble choice={exported} />
        {asking && (
          <BatchQuestion instructions={instructions} onYes={() => void start(true)} onNo={() => setAsking(false)} />
        )}
      </div>
      <footer className="flex items-center gap-3 border-t border-line px-5 py-3">
        <Costs instructions={instructions} failure={failure} />
        <Button onClick={closeBatchSheet}>{t('shell.cancel')}</Button>
        <Button look={asking ? 'plain' : 'primary'} disabled={!ready} onClick={() => void start()}>
          {t('batch.start', { count: draft.files.length })}
        </Button>
      </footer>
      {mediaTools?.forBatch && <MediaJobs entry={mediaTools} />}
    </DialogFrame>
  );
}

type TemplateProps = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly template: string;
  readonly files: readonly Instructed[];
  readonly onChange: (template: string) => void;
};

function Template({ field, template, files, onChange }: TemplateProps) {
  const { t, locale } = useText();
  const id = useId();
  const { previews, unknown } = templateDetails(template, files);
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {t('batch.message')}
      </label>
      <textarea
        ref={field}
        id={id}
        value={template}
        maxLength={longestTemplate}
        rows={2}
        placeholder={t('batch.messagePlaceholder')}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-32 min-h-14 cursor-text resize-none rounded-control border border-line-strong bg-ground px-2.5 py-2 select-text placeholder:text-faint focus:outline-2 focus:outline-accent"
      />
      <div id={`${id}-hint`}>
        <Hint>{t('batch.messageHint')}</Hint>
      </div>
      {unknown.length > 0 && (
        <p role="status" className="text-sm text-accent-ink">
          {t('batch.unknown', { words: listed(locale, unknown) })}
        </p>
      )}
      {previews.length > 0 && (
        <ul aria-label={t('batch.preview')} className="flex flex-col gap-1 text-sm text-dim">
          {previews.map((message, index) => (
            <li
              key={index}
              className="line-clamp-2 rounded-control bg-bubble px-2.5 py-1.5 wrap-anywhere"
              title={message}
            >
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function IntoChoice({ into, onChoose }: { readonly into: Into; readonly onChoose: (into: Into) => void }) {
  const { t } = useText();
  const project = useOpenProject();
  const empty = useOpenView((view) => (view?.turns.length ?? 0) === 0);
  const options: readonly { readonly value: Into; readonly label: string }[] = [
    { value: 'each', label: t('batch.each') },
    { value: 'new', label: t('batch.one') },
    ...(project === null || empty ? [] : [{ value: 'here' as const, label: t('batch.here') }]),
  ];
  return (
    <div>
      <Choice name={t('batch.into')} options={options} value={into} onChoose={onChoose} />
      {into === 'here' && project !== null && <Hint>{t('batch.hereHint', { name: projectName(t, project) })}</Hint>}
    </div>
  );
}

function PatternTrouble({ choice }: { readonly choice: ExportChoice }) {
  const { t, locale } = useText();
  const unknown = choice.wanted ? unknownPlaceholders(choice.pattern, targetPlaceholders) : [];
  if (unknown.length === 0) return null;
  return (
    <p role="status" className="-mt-3 text-sm text-accent-ink">
      {t('batch.unknown', { words: listed(locale, unknown) })}
    </p>
  );
}

type QuestionProps = {
  readonly instructions: readonly string[];
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks whether the batch may be paid for, where the user wants to be asked always. */
function BatchQuestion({ instructions, onYes, onNo }: QuestionProps) {
  const likely = useOpenView((view) => view?.likelyCost ?? null);
  const cost = likely === null ? 0 : likelyBatchCost(instructions, likely).most;
  return (
    <div ref={(element) => element?.scrollIntoView?.({ block: 'nearest' })} role="alert">
      <SpendQuestion
        failure={{ code: 'spend-question', params: { question: 'batch', cost } }}
        onYes={onYes}
        onNo={onNo}
      />
    </div>
  );
}

type CostsProps = { readonly instructions: readonly string[]; readonly failure: Failure | null };

function Costs({ instructions, failure }: CostsProps) {
  const { t } = useText();
  const credits = useWindow((state) => state.credits);
  const likely = useOpenView((view) => view?.likelyCost ?? null);
  if (failure !== null)
    return (
      <p role="alert" className="min-w-0 flex-1 text-sm text-bad">
        {failureText(t, failure)}
      </p>
    );
  if (instructions.length === 0 || likely === null) return <span className="flex-1" />;
  const { least, most } = likelyBatchCost(instructions, likely);
  if (credits !== null && credits.available < most)
    return (
      <p role="status" className="min-w-0 flex-1 text-sm text-accent-ink">
        {t('batch.short', { cost: spanText(least, most), available: credits.available })}
      </p>
    );
  return (
    <p className="min-w-0 flex-1 text-sm text-dim tabular">
      {t('batch.cost', { cost: spanText(least, most) })}
      {credits !== null && ` · ${t('batch.balance', { available: credits.available })}`}
    </p>
  );
}
