import { useEffect, useState } from 'react';
import type { Answer, PageRequestName, RequestInput, RequestOutput } from '../../shared/contract/contract.ts';
import { ask } from './client.ts';

/** What main answers to a request that follows its input; null until it has. An answer that comes too late for its input is dropped. */
export function useAnswer<N extends PageRequestName>(
  name: N,
  input: RequestInput<N>,
  manner: 'loud' | 'quiet' = 'loud',
): Answer<RequestOutput<N>> | null {
  const key = JSON.stringify(input);
  const [found, setFound] = useState<{ readonly key: string; readonly answer: Answer<RequestOutput<N>> } | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask(name, JSON.parse(key) as RequestInput<N>, manner).then((answer) => wanted && setFound({ key, answer }));
    return () => {
      wanted = false;
    };
  }, [name, key, manner]);
  return found?.key === key ? found.answer : null;
}
