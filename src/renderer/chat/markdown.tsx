import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ask } from '../state/client.ts';

const plugins = [remarkGfm];

const components: Components = {
  a: ({ href, children }) => <AgentLink href={href}>{children}</AgentLink>,
  // A picture would be fetched from the network, which the window never does; its description stands for it.
  img: ({ alt }) => <span>{alt}</span>,
};

type LinkProps = { readonly href: string | undefined; readonly children: React.ReactNode };

/** Only https links lead anywhere, and main opens them. */
function AgentLink({ href, children }: LinkProps) {
  if (href === undefined || !href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a
      href={href}
      title={href}
      draggable={false}
      className="underline decoration-faint underline-offset-2 hover:decoration-ink"
      onClick={(event) => {
        event.preventDefault();
        void ask('app.openUrl', { url: href });
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

/** An agent's text with Markdown, without raw HTML and without pictures. */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="prose-agent">
      <ReactMarkdown remarkPlugins={plugins} components={components} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  );
});
