/** Long enough for a browser to have begun its download, ms. */
const KEEP_MS = 60_000;

/** Gives the user a file, as a download named `name`. */
export function saveFile(host: HTMLElement, content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = host.ownerDocument.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
