import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a file is served. */
export interface ServedFile {
  body: string;
  /** Whether the server knows `Range`; default true. */
  ranges?: boolean;
  etag?: string;
  lastModified?: string;
  /** Default 200. */
  status?: number;
  /** Accept the request and send nothing. */
  silent?: boolean;
}

/** What a server was asked, and the bytes it sent in answer. */
export interface Asked {
  path: string;
  range: string | null;
  condition: string | null;
  status: number;
  sent: number;
}

/** A real server of files that a test may change while it runs. */
export interface FileServer {
  /** Ends with `/`. */
  url: string;
  files: Record<string, ServedFile>;
  asked: Asked[];
  close(): Promise<void>;
}

export async function serveFiles(files: Record<string, ServedFile>): Promise<FileServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => answer(files, asked, request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, files, asked,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function answer(files: Record<string, ServedFile>, asked: Asked[], request: IncomingMessage, response: ServerResponse): void {
  const path = request.url!.slice(1);
  const file = Object.hasOwn(files, path) ? files[path] : { body: 'none', status: 404 };
  const { range = null, 'if-none-match': match, 'if-modified-since': since } = request.headers as Record<string, string | undefined>;
  const send = (status: number, body: Uint8Array, headers: Record<string, string> = {}) => {
    asked.push({ path, range: range ?? null, condition: match ?? since ?? null, status, sent: body.length });
    if (file.silent) return;
    response.writeHead(status, { ...(file.etag && { etag: file.etag }), ...(file.lastModified && { 'last-modified': file.lastModified }), ...headers });
    response.end(body);
  };
  const whole = new TextEncoder().encode(file.body);
  if (file.status) send(file.status, whole);
  else if ((match && match === file.etag) || (since && since === file.lastModified)) send(304, new Uint8Array(0));
  else if (range && file.ranges !== false) {
    const from = Number(/^bytes=(\d+)-$/.exec(range)![1]);
    if (from >= whole.length) send(416, new Uint8Array(0));
    else send(206, whole.subarray(from), { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` });
  } else send(200, whole);
}
