import english from '../../../CHANGELOG.md?raw';
import chinese from '../../../CHANGELOG.zh.md?raw';
import { closeDialog } from '../state/dialogs.ts';
import { useText } from '../locales/text.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { readChangelog, type Release } from './read-changelog.ts';

const changelogs = { en: english, zh: chinese } as const;

/** The changelog, newest version first. */
export function WhatsNew() {
  const { t, locale } = useText();
  return (
    <DialogFrame
      title={t('help.whatsNew')}
      size="max-h-[min(640px,calc(100vh-32px))] w-[min(560px,calc(100vw-32px))]"
      onClose={() => closeDialog('whats-new')}
    >
      <div
        tabIndex={0}
        role="region"
        aria-label={t('help.whatsNew')}
        className="overflow-y-auto px-5 pt-1 pb-5 select-text focus-visible:-outline-offset-2"
      >
        {readChangelog(changelogs[locale]).map((release) => (
          <ReleaseNotes key={release.version} release={release} />
        ))}
      </div>
    </DialogFrame>
  );
}

function ReleaseNotes({ release: { version, date, groups } }: { readonly release: Release }) {
  const { t } = useText();
  return (
    <section className="pt-4">
      <h3 className="flex items-baseline gap-2.5">
        <span className="text-[15px] font-semibold">{date === null ? t('help.thisVersion') : version}</span>
        {date !== null && <time className="text-sm text-faint tabular">{date}</time>}
      </h3>
      {groups.map(({ kind, changes }) => (
        <div key={kind} className="pt-2.5">
          <h4 className="mb-1.5 text-sm font-medium text-faint">{kind}</h4>
          <ul className="flex list-disc flex-col gap-1.5 pl-4 marker:text-faint">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
