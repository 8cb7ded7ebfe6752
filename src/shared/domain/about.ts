/** A package that is shipped with the app; `text` is empty where it brings no licence text along, `bytes` 0 where they are not known. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly bytes: number;
};

/** This version of the app and what it runs on. Licences by name. */
export type About = {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly licences: readonly Licence[];
};
