import { expect, test } from "vitest";
import { attachmentHeaders } from "./attachment.ts";

const disposition = (name: string) => attachmentHeaders(name)["Content-Disposition"];

// RFC 8187, 3.2.3: letters outside ASCII as the percent-encoded bytes of UTF-8.
test.each([
  { name: "crunchbase-2026-q3.csv", plain: "crunchbase-2026-q3.csv", exact: "crunchbase-2026-q3.csv" },
  { name: "Umsätze (Q3).xlsx", plain: "Ums_tze__Q3_.xlsx", exact: "Ums%C3%A4tze%20%28Q3%29.xlsx" },
  { name: "../../etc/passwd", plain: "passwd", exact: "passwd" },
  { name: "C:\\temp\\a.csv", plain: "a.csv", exact: "a.csv" },
  { name: '"; filename=evil.exe', plain: "___filename_evil.exe", exact: "%22%3B%20filename%3Devil.exe" },
  { name: "a\r\nSet-Cookie: x=1.csv", plain: "a__Set-Cookie__x_1.csv", exact: "aSet-Cookie%3A%20x%3D1.csv" },
  { name: "gpj.\u202Eevil.csv", plain: "gpj._evil.csv", exact: "gpj.evil.csv" },
  { name: ".htaccess", plain: "_htaccess", exact: ".htaccess" },
  { name: "\uD800.csv", plain: "_.csv", exact: ".csv" },
  { name: "folder/", plain: "file", exact: "file" },
])("a file named $name is offered as $plain", ({ name, plain, exact }) => {
  expect(disposition(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${exact}`);
});

test("a file is never shown or run, whatever it holds", () => {
  expect(attachmentHeaders("a.html")).toMatchObject({
    "Content-Type": "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
  });
});
