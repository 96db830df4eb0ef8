/** @throws where the server has no such file. */
export async function request(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`Expected ${url}, received HTTP ${response.status}: run npm run build:demo, which prepares the words.`);
  return response;
}

/** Reads a response of known size piece by piece into one buffer. */
export async function download(url: string, bytes: number, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reader = (await request(url, signal)).body!.getReader();
  const target = new Uint8Array(bytes);
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > bytes) break;
    target.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
  if (at !== bytes) throw new Error(`Expected ${bytes} bytes of ${url}, received another number: run npm run build:demo again.`);
  return target;
}
