import { posters as all } from 'virtual:content/posters';
import type { PosterCard } from './poster';

/** Every poster there is. */
export const posters: readonly PosterCard[] = all;
