import { Menu } from '@base-ui/react/menu';
import { Shapes } from 'lucide-react';
import { useEffect } from 'react';
import type { MediaKind, Upload } from '../../shared/domain/upload.ts';
import { composeBelow, unsentOf, write } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuChoice, MenuPopup } from '../ui/menu.tsx';
import { inLocale, loadChinese, type Translate, useText } from '../locales/text.ts';

/** What a file of a kind can be in a video: a sound is no picture to begin with. */
const roles = {
  image: ['opening', 'style', 'source'],
  video: ['source', 'style'],
  audio: ['music'],
} as const satisfies Readonly<Record<MediaKind, readonly string[]>>;

type Role = (typeof roles)[MediaKind][number];

/** Says in the message what a file is for, in a sentence that the user can still change; another role takes its place. */
export function RoleMenu({ upload }: { readonly upload: Upload }) {
  const { t, locale } = useText();
  const { projectId, name, kind } = upload;
  const text = useWindow((state) => unsentOf(state, projectId));
  // Words that are there in the other language go on in it.
  useEffect(() => void loadChinese(), []);
  const own = roles[kind];
  const words = /\p{Script=Han}/u.test(text) ? inLocale('zh') : /\p{L}/u.test(text) ? inLocale('en') : inLocale(locale);
  const written = own.flatMap((role) => sentencesOf(role, name).map((sentence) => ({ role, sentence })));
  const present = written.find(({ sentence }) => text.includes(sentence));
  const choose = (role: Role) => {
    const sentence = sentenceOf(words, role, name);
    if (present === undefined) composeBelow(projectId, sentence);
    else
      write(
        projectId,
        text.replace(present.sentence, () => sentence),
      );
  };
  const title = t('roles.title', { name });
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton icon={Shapes} size={13} name={title} title={title} />} />
      <MenuPopup at={{ side: 'top', align: 'end' }} aria-label={title}>
        <Menu.RadioGroup value={present?.role ?? ''} onValueChange={(value) => choose(value as Role)}>
          {own.map((role) => (
            <MenuChoice key={role} value={role}>
              {t(`roles.names.${role}`)}
            </MenuChoice>
          ))}
        </Menu.RadioGroup>
      </MenuPopup>
    </Menu.Root>
  );
}

function sentenceOf(t: Translate, role: Role, name: string): string {
  // The agent reads it as it is.
  return t(`roles.sentences.${role}`, { name, interpolation: { escapeValue: false } });
}

function sentencesOf(role: Role, name: string): readonly string[] {
  return (['en', 'zh'] as const).map((locale) => sentenceOf(inLocale(locale), role, name));
}
