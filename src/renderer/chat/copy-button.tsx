import { Check, Copy } from 'lucide-react';
import { IconButton } from '../ui/icon-button.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly text: () => string; readonly className?: string };

/** Hidden until its message is pointed at or focused. */
export function CopyButton({ text, className = '' }: Props) {
  const { t } = useText();
  const { copied, copy } = useCopy();
  const name = t(copied ? 'chat.copied' : 'chat.copy');
  return (
    <IconButton
      icon={copied ? Check : Copy}
      size={13}
      name={name}
      title={name}
      className={`size-6! opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100 ${className}`}
      onClick={() => copy(text())}
    />
  );
}
