/** What one kind of step, widget, validator or guard is for, and how it is written; for editors and the authors' page. */
export interface Kind {
  vi: string;
  en: string;
  /** A few lines of YAML. */
  example: string;
}

/** Kinds by the key that names them in YAML, in the order in which an author meets them. */
export type Kinds = Record<string, Kind>;
