import { createProject } from '../state/client.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';

/** All that is left of the window when something in it could not be drawn and nothing smaller held it. */
export function BrokenWindow() {
  const { t } = useText();
  const startOver = async () => {
    await createProject();
    location.reload();
  };
  return (
    <div role="alert" className="flex h-full flex-col items-center justify-center gap-4 px-8 text-center">
      <p className="max-w-96 text-dim">{t('shell.broken')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button look="primary" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
        <Button onClick={() => void startOver()}>{t('shell.otherProject')}</Button>
      </div>
    </div>
  );
}
