import type { Frame } from './frame';

/** Why a camera shows nothing: there is none · the browser or somebody does not let us · another program holds it. */
export type Blind = 'none' | 'refused' | 'busy';

/** How often a picture is looked at (ms): often enough for a hand, seldom enough for a small machine. */
const lookEvery = 150;
/** So many pictures without a code, and whatever was held up has been put away: 1.2 s and more. */
const putAway = 8;

/** What came of looking: a code's text, or why nothing could be seen; null where it was ended before. */
export type Seen = { text: string } | { blind: Blind } | null;

/**
 * Looks through the camera until a code is read, or the signal ends it; then the camera is off. No picture is kept. The
 * code `not` counts only once it was put away and is held up again.
 */
export async function look(video: HTMLVideoElement, signal: AbortSignal, not = ''): Promise<Seen> {
  const { decode } = await import('./decode');
  const stream = await open();
  if (typeof stream === 'string') return { blind: stream };
  try {
    video.srcObject = stream;
    await video.play().catch(() => undefined); // ended while it began
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    let without = 0;
    for (let turn = 0; pen && !signal.aborted; turn += 1) {
      const frame = frameOf(video, pen);
      const text = frame && decode(frame, turn % 2 === 1);
      if (text && (text !== not || without >= putAway)) return { text };
      without = text ? 0 : without + 1;
      await pause(lookEvery, signal);
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

async function open(): Promise<MediaStream | Blind> {
  // Not there at all where the page came over plain http from another machine.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return 'none';
  try {
    return await devices.getUserMedia({
      // A kiosk's only camera faces the person; of a tablet's two the other one sees better.
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' },
    });
  } catch (problem) {
    const name = problem instanceof DOMException ? problem.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
    return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
  }
}

/** The square in the middle of what the camera sees, which is what the screen shows of it. */
function frameOf(video: HTMLVideoElement, pen: OffscreenCanvasRenderingContext2D): Frame | null {
  const { videoWidth, videoHeight } = video;
  const side = Math.min(videoWidth, videoHeight);
  if (side === 0) return null;
  if (pen.canvas.width !== side) pen.canvas.width = pen.canvas.height = side;
  pen.drawImage(video, (videoWidth - side) / 2, (videoHeight - side) / 2, side, side, 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  return { data: data as Uint8ClampedArray<ArrayBuffer>, width: side, height: side };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
