/** Makes a switch over a union incomplete at compile time when a member is missing, and loud at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
