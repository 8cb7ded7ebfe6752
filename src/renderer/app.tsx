import { CSPProvider } from '@base-ui/react/csp-provider';
import { Columns } from './shell/columns.tsx';
import { createProject } from './state/client.ts';
import { useText } from './locales/text.ts';
import { Button } from './ui/button.tsx';
import { deferred } from './ui/deferred.tsx';

const parts = () => import('./shell/parts.tsx');
const TopBar = deferred(
  async () => (await parts()).TopBar,
  <div className="h-11 shrink-0 border-b border-line bg-panel" />,
);
const Banners = deferred(async () => (await parts()).Banners);
const Overlays = deferred(async () => (await import('./overlays.tsx')).Overlays);

/** The window. Style elements are off, since the content security policy refuses them. */
export function App() {
  return (
    <CSPProvider disableStyleElements>
      <div className="flex h-full flex-col">
        <TopBar />
        <Banners />
        <Columns />
      </div>
      <Overlays />
    </CSPProvider>
  );
}

/** The window's last resort: something could not be drawn, and no boundary further in caught it. */
export function BrokenWindow() {
  const { t } = useText();
  const startOver = async () => {
    await createProject();
    location.reload();
  };
  return (
    <div role="alert" className="flex h-full flex-col items-center justify-center gap-4 px-8 text-center">
      <p className="max-w-96 text-balance text-dim">{t('shell.broken')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button look="primary" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
        <Button onClick={() => void startOver()}>{t('shell.otherProject')}</Button>
      </div>
    </div>
  );
}
