import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../shell/button.tsx';
import { useText } from '../text/text.ts';

/** Copies, and knows for a moment that it did. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return { copied, copy };
}

type Props = { readonly text: () => string; readonly className?: string };

/** Stands aside until its message is pointed at or focused. */
export function CopyButton({ text, className = '' }: Props) {
  const { t } = useText();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  return (
    <Button
      look="icon"
      aria-label={t(copied ? 'chat.copied' : 'chat.copy')}
      className={`size-6! opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100 ${className}`}
      onClick={() => copy(text())}
    >
      <Icon size={13} aria-hidden />
    </Button>
  );
}
