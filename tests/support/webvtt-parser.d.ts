declare module 'webvtt-parser' {
  type VttCue = { readonly startTime: number; readonly endTime: number; readonly text: string };
  class WebVTTParser {
    parse(text: string, mode: string): { readonly cues: readonly VttCue[]; readonly errors: readonly unknown[] };
  }
  const parser: { readonly WebVTTParser: typeof WebVTTParser };
  export default parser;
}
