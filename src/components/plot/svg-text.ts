/** Text and attribute values of an SVG document: data can become no markup. */
export function escapeXml(text: string): string {
  return text
    // Characters XML 1.0 has no way to write.
    // oxlint-disable-next-line eslint/no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
