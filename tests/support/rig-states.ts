import type { CloudError } from '../../src/main/api/errors.ts';
import { openDrafts, type OpenDraftsParts } from '../../src/main/drafts/state-reader.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';

/** What the cloud says of a session; where it is given, turns are told by real drafts, and `status` is answered from them. */
export type RigState = () => Promise<Result<{ readonly draft: unknown }, CloudError>>;

type StatesParts = Omit<OpenDraftsParts, 'cloud' | 'registerUrl'> & { readonly state: RigState | null };

/** A stage, and who reads the state for it. */
export function createStates(parts: StatesParts): ReturnType<typeof openDrafts> {
  return openDrafts({
    ...parts,
    registerUrl: (url) => url,
    cloud: {
      latestState: async () => {
        const answer = await (parts.state?.() ?? Promise.resolve(ok({ draft: null })));
        const rest = { bindId: null, canvasConfig: null, videoInfos: null, generatedMedia: null };
        return answer.ok ? ok({ ...rest, draft: answer.value.draft }) : answer;
      },
      claimToken: () => Promise.resolve(err({ kind: 'session-lost' })),
    },
  });
}
