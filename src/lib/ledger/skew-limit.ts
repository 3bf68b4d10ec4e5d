/** From this on people are told that a device's clock is wrong, in the app and to whoever looks after it (ms). */
export const tellSkewFrom = 600_000;
