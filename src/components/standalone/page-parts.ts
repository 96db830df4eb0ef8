import { inSlices } from '../../engine';

/** Bytes written as base64 in one go: a multiple of 3, so that the pieces join, and as many arguments as a call may have. */
const BYTES_AT_ONCE = 3 * 8192;

/** A script element that holds data and is never run. */
export function block(id: string, parts: readonly string[]): string[] {
  return [`<script type="text/plain" id="${id}">`, ...parts, '</script>\n'];
}

/** Bytes, of numbers little-endian, as base64 in pieces. */
export async function base64Parts(values: ArrayBufferView): Promise<string[]> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const parts: string[] = [];
  await inSlices(bytes.length, BYTES_AT_ONCE, (from, to) => {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(from, to))));
  });
  return parts;
}

/** JSON in which no `<` can end the script or open a comment. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

/** Code in which no string can end the script or open a comment: `<` stands in strings and regular expressions there, where `\x3c` means the same. */
export function inertCode(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3c`);
}

/** Text between tags, and in attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
