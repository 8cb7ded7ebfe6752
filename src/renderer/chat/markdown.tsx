import { memo, startTransition, useEffect, useState, type ReactNode } from 'react';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkGfm from 'remark-gfm';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { PlainText } from '../ui/cannot-show.tsx';
import { ask } from '../state/client.ts';
import { useText } from '../locales/text.ts';
import { createBlocks, foldTables, inGroups, type MoreRows, rowsOf } from './blocks.ts';
import { asPeopleWrite, isTame, withAddressEnds } from './markdown-rules.ts';

const plugins: Options['remarkPlugins'] = [[remarkGfm, { singleTilde: false }], remarkCjkFriendly, asPeopleWrite];
/** Characters of a group: a browser lays out or skips a group as a whole. */
const groupSize = 4_000;
const groupsAtOnce = 2;

const components: Components = {
  a: ({ href, children }) => <AgentLink href={href}>{children}</AgentLink>,
  // A picture would be fetched from the network, which the window never does; a link with its description stands for it.
  img: ({ src, alt }) => <AgentLink href={typeof src === 'string' ? src : undefined}>{imageName(alt, src)}</AgentLink>,
};

function imageName(alt: string | undefined, src: unknown): string {
  if (alt !== undefined && alt !== '') return alt;
  return typeof src === 'string' ? src : '';
}

type LinkProps = { readonly href: string | undefined; readonly children: ReactNode };

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

/**
 * An agent's text with Markdown, without raw HTML and pictures. While it grows, only its last block is parsed again, each block keeps
 * its elements, and what is selected in them, and the browser skips what is far out of sight.
 */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  const [split] = useState(createBlocks);
  const { items, rest } = foldTables(split(text));
  const groups = inGroups(rest === '' ? items : [...items, rest], groupSize);
  const drawn = useDrawn(groups.length);
  return (
    <div className="prose-agent">
      {groups.map((group, index) => (
        <Group key={index} group={group} full={index < groups.length - 1} drawn={index < drawn} />
      ))}
    </div>
  );
});

/**
 * How many groups are drawn as Markdown: a few more with each frame, so that a very long answer never blocks the
 * window.
 */
function useDrawn(groups: number): number {
  const [drawn, setDrawn] = useState(groupsAtOnce);
  useEffect(() => {
    if (drawn >= groups) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(drawn + groupsAtOnce)));
    return () => cancelAnimationFrame(frame);
  }, [drawn, groups]);
  return drawn;
}

type GroupProps = {
  readonly group: readonly (string | MoreRows)[];
  readonly full: boolean;
  /** False: it still shows its source. */
  readonly drawn: boolean;
};

const Group = memo(
  function Group({ group, full, drawn }: GroupProps) {
    return (
      <div className={`prose-blocks ${full ? 'offscreen-light' : ''}`}>
        {group.map((block, index) => {
          if (typeof block !== 'string') return <Rows key={index} more={block} />;
          return drawn ? <Block key={index} text={block} /> : <PlainText key={index} text={block} />;
        })}
      </div>
    );
  },
  (before, now) =>
    before.full === now.full &&
    before.drawn === now.drawn &&
    before.group.length === now.group.length &&
    before.group.every((block, index) => block === now.group[index]),
);

const piecesAtOnce = 3;

/** Shows more rows of a long table with each click. */
function Rows({ more: { blocks } }: { readonly more: MoreRows }) {
  const { t } = useText();
  const [shown, setShown] = useState(0);
  const rest = { blocks: blocks.slice(shown) };
  return (
    <div className="prose-blocks">
      {blocks.slice(0, shown).map((block, index) => (
        <Block key={index} text={block} />
      ))}
      {rest.blocks.length > 0 && (
        <Button look="bare" onClick={() => setShown(shown + piecesAtOnce)}>
          {t('shell.moreRows', { count: rowsOf(rest) })}
        </Button>
      )}
    </div>
  );
}

const Block = memo(function Block({ text }: { readonly text: string }) {
  const plain = <PlainText text={text} />;
  return (
    <div className="prose-blocks">
      {isTame(text) ? (
        <Boundary tryAgain={text} fallback={plain}>
          <ReactMarkdown remarkPlugins={plugins} components={components} skipHtml>
            {withAddressEnds(text)}
          </ReactMarkdown>
        </Boundary>
      ) : (
        plain
      )}
    </div>
  );
});
