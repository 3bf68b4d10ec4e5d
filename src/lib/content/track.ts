export type { Track } from './schema/track';
