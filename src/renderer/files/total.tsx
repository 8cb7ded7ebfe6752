import { Fragment } from 'react';
import type { Upload } from '../../shared/domain/upload.ts';
import { useText } from '../locales/text.ts';
import { useSpeeds } from './speeds.ts';
import { totalsOf, totalWords } from './words.ts';

/** Several files together, in one line where there is room. Each of its facts stays in one piece. */
export function Total({ files, className }: { readonly files: readonly Upload[]; readonly className: string }) {
  const { t } = useText();
  const speeds = useSpeeds();
  return (
    <p className={`text-xs tabular ${className}`}>
      {totalWords(t, totalsOf(files, speeds)).map((words, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <span className="whitespace-nowrap">{words}</span>
        </Fragment>
      ))}
    </p>
  );
}
