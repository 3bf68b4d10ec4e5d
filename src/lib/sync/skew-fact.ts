/** The name of the fact that holds how far the server's clock is ahead of this device's (ms; negative: behind). */
export const skewFact = 'skew';
