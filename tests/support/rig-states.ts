import type { CloudError } from '../../src/main/api/errors.ts';
import { type Drafts, type DraftsDeps, openDrafts } from '../../src/main/drafts/drafts.ts';
import { noName } from '../../src/main/drafts/draft-parser.ts';
import type { Env } from '../../src/main/app/env.ts';
import { ok, type Result } from '../../src/shared/result.ts';

/** What the cloud says of a session; where it is given, turns are told by real drafts, and `status` is answered from them. */
export type RigState = () => Promise<Result<{ readonly draft: unknown }, CloudError>>;

/** The versions of drafts, and who reads the state for them. */
export function createStates(
  env: Env,
  { state, ...deps }: Pick<DraftsDeps, 'stores' | 'sessions'> & { readonly state: RigState | null },
): Drafts {
  return openDrafts(env, {
    ...deps,
    ownNames: () => noName,
    registerUrl: (url) => url,
    cloud: {
      latestState: async () => {
        const answer = await (state?.() ?? Promise.resolve(ok({ draft: null })));
        const rest = { bindId: null, canvasConfig: null, videoInfos: null, generatedMedia: null };
        return answer.ok ? ok({ ...rest, draft: answer.value.draft }) : answer;
      },
    },
  });
}
