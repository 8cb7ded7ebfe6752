import { interruptedBy } from './process.mjs';

/** An error whose message is the one clear line to show; anything else that is thrown is explained by its code. */
export function failure(message, cause) {
  return Object.assign(new Error(message, { cause }), { clear: true });
}

const explanations = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTFOUND: 'no network, or the host name is unknown',
  EAI_AGAIN: 'no network, or the host name is unknown',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'the connection timed out',
};

/** One line for any thrown value. */
export function explain(error) {
  if (error?.clear) return error.message;
  const code = error?.code ?? error?.cause?.code;
  const reason = explanations[code];
  const path = error?.path ? ` (${error.path})` : '';
  if (reason) return `${reason[0].toUpperCase()}${reason.slice(1)}${path}.`;
  return String(error?.message ?? error).split('\n')[0];
}

/** Runs a command's body and turns whatever it throws into one line on stderr and exit code 1. */
export async function guarded(body) {
  try {
    return await body();
  } catch (error) {
    const signalled = interruptedBy();
    if (signalled) {
      console.error('Interrupted.');
      return signalled;
    }
    console.error(explain(error));
    if (process.env.RUSHES_DEBUG) console.error(error);
    return 1;
  }
}
