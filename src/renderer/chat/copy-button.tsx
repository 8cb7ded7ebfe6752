import { Check, Copy } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly text: () => string; readonly className?: string };

/** Hidden until its message is pointed at or focused. */
export function CopyButton({ text, className = '' }: Props) {
  const { t } = useText();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  return (
    <Button
      look="icon"
      aria-label={t(copied ? 'chat.copied' : 'chat.copy')}
      title={t(copied ? 'chat.copied' : 'chat.copy')}
      className={`size-6! opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100 ${className}`}
      onClick={() => copy(text())}
    >
      <Icon size={13} aria-hidden />
    </Button>
  );
}
