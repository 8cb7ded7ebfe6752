/** Which bytes of a file an answer carries; `end` is inclusive, as in the header. */
export type Span = { readonly start: number; readonly end: number };

export type RangeAnswer =
  | { readonly status: 200; readonly span: Span | null; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 206; readonly span: Span; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 416; readonly span: null; readonly headers: Readonly<Record<string, string>> };

/**
 * Answers a Range header for a file of `bytes` (RFC 9110, section 14): one range gives 206, one that lies outside gives 416. No
 * header, a malformed one, or several ranges give the whole file. `span` is null where there is nothing to send.
 */
export function answerRange(header: string | null, bytes: number): RangeAnswer {
  const wanted = parseRange(header, bytes);
  if (wanted === 'none') {
    return { status: 416, span: null, headers: { 'content-range': `bytes */${bytes}`, 'content-length': '0' } };
  }
  if (wanted === 'all') {
    const span = bytes === 0 ? null : { start: 0, end: bytes - 1 };
    return { status: 200, span, headers: { 'content-length': String(bytes) } };
  }
  const { start, end } = wanted;
  const headers = { 'content-range': `bytes ${start}-${end}/${bytes}`, 'content-length': String(end - start + 1) };
  return { status: 206, span: wanted, headers };
}

function parseRange(header: string | null, bytes: number): Span | 'all' | 'none' {
  const [, from = '', to] = /^bytes\s*=\s*(?:(\d+)\s*)?-\s*(\d*)$/i.exec((header ?? '').trim()) ?? [];
  if (to === undefined || (from === '' && to === '')) return 'all';
  if (from === '') return suffix(Number(to), bytes);
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return 'all';
  return start < bytes ? { start, end } : 'none';
}

function suffix(length: number, bytes: number): Span | 'none' {
  return length === 0 || bytes === 0 ? 'none' : { start: Math.max(0, bytes - length), end: bytes - 1 };
}
