import { Tabs } from '@base-ui/react/tabs';
import { ChevronRight, Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import type { SettingsSection } from '../../shared/domain/settings-section.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { inLocale, useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { TextField } from '../ui/fields.tsx';
import { isComposing } from '../ui/keys.ts';
import { sectionIcons, sectionsFor, type ShownSection } from './sections.tsx';

type Props = { readonly section?: SettingsSection | undefined };

/** All settings: their pages at the left, and a search over all of them. */
export function Settings({ section = 'account' }: Props) {
  const { t } = useText();
  const state = useWindow();
  const sections = useMemo(() => sectionsFor(state), [state]);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<SettingsSection>(section);
  const search = useRef<HTMLInputElement>(null);
  const tab = useRef<HTMLButtonElement>(null);
  const isSearching = query.trim() !== '';
  const found = isSearching ? findSettings(sections, query) : sections;
  const show = (id: SettingsSection) => {
    setShown(id);
    setQuery('');
  };
  return (
    <DialogFrame
      title={t('settings.title')}
      size="h-[min(660px,calc(100vh-32px))] w-[min(880px,calc(100vw-32px))]"
      initialFocus={tab}
      onClose={() => closeDialog('settings')}
    >
      <Tabs.Root
        orientation="vertical"
        value={isSearching ? null : shown}
        onValueChange={(value: SettingsSection | null) => value !== null && show(value)}
        onKeyDown={(event) => leadToSearch(event, search)}
        className="grid min-h-0 flex-1 grid-cols-[216px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] max-[760px]:grid-cols-[164px_minmax(0,1fr)]"
      >
        <div className="flex min-h-0 flex-col gap-2 border-r border-line bg-ground p-3">
          <SearchField field={search} query={query} onQuery={setQuery} />
          <Sections sections={sections} found={found} current={tab} shown={isSearching ? null : shown} />
        </div>
        {isSearching ? (
          <Found found={found} onShow={show} />
        ) : (
          sections.map((one) => (
            <Tabs.Panel
              key={one.id}
              value={one.id}
              className="min-h-0 overflow-y-auto pt-5 pr-4 pb-6 pl-6 [scrollbar-gutter:stable] focus-visible:-outline-offset-2"
            >
              <h3 className="text-lg font-semibold">{t(`settings.sections.${one.id}`)}</h3>
              <p className="mb-1 text-sm text-dim">{t(`settings.about.${one.id}`)}</p>
              <Rows section={one} />
            </Tabs.Panel>
          ))
        )}
      </Tabs.Root>
    </DialogFrame>
  );
}

/** Ctrl or Cmd with F, and a letter typed where it means nothing else, begin a search. */
function leadToSearch(event: KeyboardEvent, search: RefObject<HTMLInputElement | null>): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const asksForIt = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f';
  const types = !ctrlKey && !metaKey && !altKey && key.length === 1 && key !== ' ';
  const isOnTab = target instanceof Element && target.closest('[role="tab"]') !== null;
  if (asksForIt) event.preventDefault();
  if (asksForIt || (types && isOnTab)) search.current?.focus();
}

type SearchProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
};

/** The first Escape empties it, the second closes the settings. */
function SearchField({ field, query, onQuery }: SearchProps) {
  const { t } = useText();
  return (
    <div className="relative shrink-0">
      <Search size={13} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-faint" />
      <TextField
        ref={field}
        type="search"
        value={query}
        maxLength={100}
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          event.stopPropagation();
          onQuery('');
        }}
        className="w-full pl-7.5 [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  );
}

type SectionsProps = {
  readonly sections: readonly ShownSection[];
  readonly found: readonly ShownSection[];
  readonly shown: SettingsSection | null;
  readonly current: RefObject<HTMLButtonElement | null>;
};

function Sections({ sections, found, shown, current }: SectionsProps) {
  const { t } = useText();
  const withHits = new Set(found.map(({ id }) => id));
  return (
    <Tabs.List
      activateOnFocus
      aria-label={t('settings.navigation')}
      className="-mx-1 flex min-h-0 flex-col gap-px overflow-y-auto px-1"
    >
      {sections.map(({ id }) => {
        const Icon = sectionIcons[id];
        return (
          <Tabs.Tab
            key={id}
            value={id}
            {...(id === shown && { ref: current })}
            className={`flex min-h-7.5 shrink-0 items-center gap-2.5 rounded-control px-2.5 py-1 text-left leading-[18px] transition-colors hover:bg-bubble hover:text-ink focus-visible:-outline-offset-1 data-active:bg-bubble data-active:font-medium data-active:text-ink ${withHits.has(id) ? 'text-dim' : 'text-faint'}`}
          >
            <Icon size={15} aria-hidden className="shrink-0" />
            <span className="min-w-0 wrap-anywhere">{t(`settings.sections.${id}`)}</span>
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}

function Rows({ section }: { readonly section: ShownSection }) {
  return (
    <div className="divide-y divide-line">
      {section.settings.map(({ id, Row }) => (
        <div key={id} className="py-4">
          <Row />
        </div>
      ))}
    </div>
  );
}

type FoundProps = { readonly found: readonly ShownSection[]; readonly onShow: (section: SettingsSection) => void };

/** The settings themselves, to be changed on the spot, each under the page that it is on. */
function Found({ found, onShow }: FoundProps) {
  const { t } = useText();
  const count = found.reduce((sum, { settings }) => sum + settings.length, 0);
  return (
    <section
      aria-label={t('settings.results')}
      className="min-h-0 overflow-y-auto pt-5 pr-4 pb-6 pl-6 [scrollbar-gutter:stable]"
    >
      <p role="status" className="text-sm text-dim">
        {count === 0 ? t('settings.nothingFound') : t('settings.found', { count })}
      </p>
      {found.map((section) => (
        <div key={section.id} className="mt-4">
          <h3>
            <Button look="bare" className="mx-0! px-0! font-medium no-underline!" onClick={() => onShow(section.id)}>
              {t(`settings.sections.${section.id}`)}
              <ChevronRight size={13} aria-hidden />
            </Button>
          </h3>
          <Rows section={section} />
        </div>
      ))}
    </section>
  );
}

/** What a search finds: the settings that have all its words, in whichever language, by their section. */
function findSettings(sections: readonly ShownSection[], query: string): readonly ShownSection[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return sections
    .map(({ id, settings }) => ({
      id,
      settings: settings.filter((setting) => {
        const texts = (['en', 'zh'] as const).map((locale) => {
          const t = inLocale(locale);
          return folded([t(`settings.sections.${id}`), ...setting.words.map((key) => t(key))].join('\n'));
        });
        return words.every((word) => texts.some((text) => text.includes(word)));
      }),
    }))
    .filter(({ settings }) => settings.length > 0);
}

/** Without regard to case and width. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
