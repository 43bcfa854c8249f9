/**
 * The headers of a file that someone gave us and that is given back as it is: saved, never shown or run, whatever it
 * holds. The name is what a browser proposes (RFC 6266); in the part that every client reads, anything but plain
 * letters, digits, dots and dashes is an underscore, and the exact name follows in the encoding of RFC 8187.
 */
export function attachmentHeaders(fileName: string): Record<string, string> {
  const base = fileName.split(/[/\\]/).at(-1) ?? "";
  const plain = base.replace(/[^\w.-]/g, "_").replace(/^\.+/, "_") || "file";
  const exact = encodeURIComponent(withoutControls(base)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${exact || plain}`,
    "X-Content-Type-Options": "nosniff",
  };
}

/** Without control and formatting characters, which can hide how a name ends, and halves of characters. */
function withoutControls(name: string): string {
  return name.replace(/\p{C}/gu, "");
}
