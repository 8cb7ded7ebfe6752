/** Where the anonymous token lasts. Any of the three may reject: the account goes on with what it has in memory. */
export type TokenStore = {
  readonly load: () => Promise<string | null>;
  readonly save: (token: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};
