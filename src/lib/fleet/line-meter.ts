import { mostMeasured } from '$lib/sync/beat-lists';

/** What a body must have (bytes) and its way here must take (ms) to tell how fast a line is: less came in one go. */
const [enough, longEnough] = [50_000, 10];

/** What the browser measured of one request, as far as it is looked at. */
export type Timing = Pick<
  PerformanceResourceTiming,
  'name' | 'requestStart' | 'responseStart' | 'responseEnd' | 'transferSize' | 'encodedBodySize'
>;

/** What one request tells of the line: ms until its answer began where it asked the server itself, bytes per second where it was large. */
export function toldBy(timing: Timing): { rtt?: number; speed?: number } {
  const { name, requestStart, responseStart, responseEnd, transferSize, encodedBodySize } = timing;
  const told: { rtt?: number; speed?: number } = {};
  // What came out of a cache, and what found nobody, began at no time and carried nothing.
  if (requestStart <= 0 || responseStart < requestStart || transferSize === 0) return told;
  if (new URL(name).pathname.startsWith('/api/v1/')) told.rtt = Math.round(responseStart - requestStart);
  const took = responseEnd - responseStart;
  if (encodedBodySize >= enough && took >= longEnough)
    told.speed = Math.round((encodedBodySize * 1000) / took);
  return told;
}

/** Measures the line by what this page asks for anyway. */
export class LineMeter {
  #rtts: number[] = [];
  #speeds: number[] = [];

  /** Begins to measure, with what the page has asked for already, until the answer is called. */
  heed(): () => void {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { rtt, speed } = toldBy(entry as PerformanceResourceTiming);
        if (rtt !== undefined) this.#rtts = [...this.#rtts, rtt].slice(-mostMeasured);
        if (speed !== undefined) this.#speeds = [...this.#speeds, speed].slice(-mostMeasured);
      }
    });
    observer.observe({ type: 'resource', buffered: true });
    return () => observer.disconnect();
  }

  /** What was measured since the last time, the latest of it. */
  take(): { rtts: number[]; speeds: number[] } {
    const taken = { rtts: this.#rtts, speeds: this.#speeds };
    [this.#rtts, this.#speeds] = [[], []];
    return taken;
  }
}
