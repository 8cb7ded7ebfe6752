import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

/** What the walk below reads of a schema: zod says it of each, and its types tell no more. */
type Def = {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
};
type Check = {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly pattern?: RegExp;
};

/** Ids that are there, and words of those who mean harm. */
type Seeds = { readonly ids: readonly string[] };

export const hostile: readonly string[] = [
  '../../etc/passwd',
  'C:\\Windows\\System32\\config',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  '{{constructor.constructor("return 1")()}}',
  "'; DROP TABLE turns; --",
  '%00%2e%2e%2f',
  '\0',
  '\ud800',
  '\u202egpj.exe',
  '\u200b\u200b',
  '<img src=x onerror=alert(1)>',
  '${7*7}',
  'javascript:alert(1)',
  'https://user:secret@localhost:1/',
  'x'.repeat(70_000),
];

const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.array(fc.nat(0x10ffff), { maxLength: 200 }).map((points) => String.fromCodePoint(...points)),
);

/** Anything that can cross from a page: what the structured clone copies, at its oddest. */
export const anything: Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.double(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, true, Number.NaN, new Date(0), new Map([['a', 1]]), /a/g, new Uint8Array(3)),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
);

/** Inputs of the shape that a schema wants, mostly at the ends of what it allows. */
export function fitting(schema: z.ZodType, seeds: Seeds): Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  const inner = (): Arbitrary<unknown> => fitting(need(def.innerType), seeds);
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).map(([name, field]) => [name, fitting(field, seeds)] as const);
      return fc.record(Object.fromEntries(fields));
    }
    case 'string':
      return textFor(def, seeds);
    case 'number':
      return numberFor(def);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'array': {
      const { least, most } = limitsOf(def);
      return fc.array(fitting(need(def.element), seeds), { minLength: least, maxLength: Math.min(most, least + 3) });
    }
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => fitting(option, seeds)));
    case 'nullable':
      return fc.option(inner());
    case 'optional':
    case 'default':
      return fc.option(inner(), { nil: undefined });
    case 'readonly':
      return inner();
    case 'custom':
      return fc.uint8Array({ maxLength: 64 });
    default:
      throw new Error(`Nobody has taught the fuzzer what fits "${def.type}"`);
  }
}

/** The same with one thing in it that is not as it should be, or with something more. */
export function spoilt(schema: z.ZodType, seeds: Seeds): Arbitrary<unknown> {
  return fc.tuple(fitting(schema, seeds), anything, fc.nat(), anyText).map(([input, odd, at, name]) => {
    const names = Object.keys(Object(input) as object);
    const place = at % (names.length + 1);
    return { ...(input as object), [names[place] ?? name]: odd };
  });
}

function textFor({ format, checks = [] }: Def, { ids }: Seeds): Arbitrary<unknown> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constantFrom(...ids));
  if (format === 'url') return fc.webUrl({ validSchemes: ['https'] });
  const pattern = checks.find(({ _zod }) => _zod.def.pattern)?._zod.def.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  const { least, most } = limitsOf({ checks });
  return fc.oneof(
    anyText,
    fc.constantFrom(least, most).map((length) => 'x'.repeat(Math.min(length, 100_000))),
  );
}

function numberFor({ checks = [] }: Def): Arbitrary<unknown> {
  const bound = (check: string): number | undefined =>
    checks.find(({ _zod }) => _zod.def.check === check)?._zod.def.value;
  const [min, max] = [bound('greater_than') ?? 0, bound('less_than') ?? Number.MAX_SAFE_INTEGER];
  const isWhole = checks.some(({ _zod }) => _zod.def.check === 'number_format');
  const within = isWhole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.constantFrom(min, max), within);
}

function limitsOf({ checks = [] }: Pick<Def, 'checks'>): { readonly least: number; readonly most: number } {
  const bound = (check: string, end: 'minimum' | 'maximum'): number | undefined =>
    checks.find(({ _zod }) => _zod.def.check === check)?._zod.def[end];
  return { least: bound('min_length', 'minimum') ?? 0, most: bound('max_length', 'maximum') ?? 1_000 };
}

function need(schema: z.ZodType | undefined): z.ZodType {
  if (schema === undefined) throw new Error('A schema without what it holds');
  return schema;
}
