/** An answer before it is sent: a whole body, or pieces (for a stream one frame each). */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | AsyncIterable<Buffer>;
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return bytes(JSON.stringify(value), 'application/json; charset=utf-8', status, headers);
}

/** `{"code":0,"message":"success","data":…}`: the wire contract's envelope. */
export function success(data: unknown): Reply {
  return json({ code: 0, message: 'success', data });
}

/** An envelope with an error code; the HTTP status is 200 unless the contract knows one of its own. */
export function failure(code: number, status = statusOf(code), headers: Readonly<Record<string, string>> = {}): Reply {
  return json({ code, message: messages[code] ?? 'request failed', data: null }, status, headers);
}

export function html(status: number): Reply {
  return bytes(
    `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status} Gateway</h1></center></body>\r\n</html>\r\n`,
    'text/html',
    status,
  );
}

export function bytes(text: string, type: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = Buffer.from(text);
  return { status, headers: { 'content-type': type, 'content-length': String(body.length), ...headers }, body };
}

export function eventStream(frames: AsyncIterable<Buffer>): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
    body: frames,
  };
}

function statusOf(code: number): number {
  if (code === 1001) return 401;
  return code >= 400 && code < 600 ? code : 200;
}

const messages: Readonly<Record<number, string>> = {
  400: 'bad request',
  402: 'export is not available on the free plan',
  404: 'not found',
  429: 'too many requests',
  1001: 'invalid or expired token',
  1002: 'session not found',
  2001: 'insufficient credits',
  4001: 'unsupported file type',
  4002: 'file too large',
};
