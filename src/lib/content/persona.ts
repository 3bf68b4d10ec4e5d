export type { Persona } from './schema/persona';
