import { assertNever } from '../../shared/assert-never.ts';
import { useState } from 'react';
import type { MediaJobEntry } from '../state/model.ts';
import { CompressForm } from './compress-form.tsx';
import { ConvertForm } from './convert-form.tsx';
import { Frame } from './frame.tsx';
import { TrimForm, type WantedPart } from './trim-form.tsx';

type Props = { readonly entry: MediaJobEntry };

/** The dialog of the file that is being worked on. */
export function MediaJobs({ entry }: Props) {
  switch (entry.kind) {
    case 'compress':
      return <CompressDialog entry={entry} />;
    case 'trim':
      return <TrimDialog entry={entry} />;
    case 'convert':
      return <ConvertDialog entry={entry} />;
    default:
      return assertNever(entry.kind);
  }
}

export function CompressDialog({ entry }: Props) {
  return <Frame entry={entry} form={<CompressForm entry={entry} />} />;
}

/** The wanted part outlasts the form: a result that is refused leads back to it. */
export function TrimDialog({ entry }: Props) {
  const wanted = useState<WantedPart>({ cut: null, exact: false });
  return <Frame entry={entry} form={<TrimForm entry={entry} wanted={wanted} />} />;
}

function ConvertDialog({ entry }: Props) {
  return <Frame entry={entry} form={<ConvertForm entry={entry} />} />;
}
