/** A line on which a server says that there is something new, as a browser holds it. */
export interface OpenLine {
  /** What the server answered to «let me listen to these»: the status, and the code where it refused. */
  status: number;
  code: string;
  /** The next thing said on the line; null once the server has hung up. */
  next: () => Promise<{ topic: string; data: { seq?: number } } | null>;
  close: () => void;
}

/** Opens a line and asks to listen to these topics with a token. */
export async function openLine(
  url: string,
  token: string,
  topics: readonly string[],
  headers: Record<string, string> = {},
): Promise<OpenLine> {
  const hungUp = new AbortController();
  const answer = await fetch(`${url}/api/realtime`, { headers, signal: hungUp.signal });
  if (!answer.body) throw new Error('nothing to read');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  const said = async () => {
    for (;;) {
      const end = unread.indexOf('\n\n');
      if (end >= 0) {
        const lines = unread.slice(0, end).split('\n');
        unread = unread.slice(end + 2);
        const of = (name: string) =>
          lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
        return { topic: of('event') ?? '', data: JSON.parse(of('data') ?? '{}') as Record<string, unknown> };
      }
      const { value, done } = await reader.read();
      if (done) return null;
      unread += value;
    }
  };
  const hello = await said();
  const asked = await fetch(`${url}/api/realtime`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: token } : {}), ...headers },
    body: JSON.stringify({ clientId: hello?.data['clientId'], subscriptions: topics }),
  });
  const text = await asked.text();
  return {
    status: asked.status,
    code: text ? ((JSON.parse(text) as { error?: { code: string } }).error?.code ?? '') : '',
    next: said,
    close: () => hungUp.abort(),
  };
}
