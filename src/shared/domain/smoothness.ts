/** Clips of one video that are made smooth. */
export const mostSmoothed = 100;

/** By media id: which clips have a proxy, and which are still to get one. */
export type Smoothness = { readonly ready: readonly string[]; readonly pending: readonly string[] };
