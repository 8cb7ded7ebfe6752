import { inspect } from 'node:util';

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [redacted]'],
  [/\b(nmv_usr_|clm_)[^\s"'&,;<>)\]}]+/g, '$1[redacted]'],
  [/([?&]ct=)[^\s"'&]+/g, '$1[redacted]'],
];

/** A text without tokens, fit for a log. `known` are further secrets to take out, such as a token from `NEMO_TOKEN`. */
export function redact(text: string, known: readonly string[] = []): string {
  const withoutKnown = known
    .filter((secret) => secret !== '')
    .flatMap(formsOf)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  return secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), withoutKnown);
}

/** A secret as it stands in plain text, in an address, in JSON and in what the log makes of an object. */
function formsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), inspect(secret).slice(1, -1)];
}
