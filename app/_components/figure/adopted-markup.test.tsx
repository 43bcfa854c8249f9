import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { AdoptedMarkup } from "./adopted-markup.tsx";
import { shelve } from "./markup-shelf.ts";

test("the HTML holds the piece that was laid down under the name", () => {
  shelve("a", "<svg><path/></svg>");
  shelve("b", "<table></table>");
  expect(renderToString(<AdoptedMarkup id="a" className="drawings" />)).toBe(
    '<div id="a" class="drawings"><svg><path/></svg></div>',
  );
  expect(renderToString(<AdoptedMarkup id="b" />)).toBe('<div id="b"><table></table></div>');
});

test("a piece that comes with the page's data needs no document", () => {
  expect(renderToString(<AdoptedMarkup id="c" html="<b>c</b>" />)).toBe('<div id="c"><b>c</b></div>');
});

test("the server writes no page with a piece missing", () => {
  expect(() => renderToString(<AdoptedMarkup id="never laid down" />)).toThrow("never laid down");
});

test("however many pieces are laid down, the latest stay", () => {
  for (let piece = 0; piece < 10_000; piece += 1) shelve(`piece ${piece}`, `${piece}`);
  expect(renderToString(<AdoptedMarkup id="piece 9999" />)).toContain("9999");
  expect(renderToString(<AdoptedMarkup id="piece 8500" />)).toContain("8500");
  expect(() => renderToString(<AdoptedMarkup id="piece 0" />)).toThrow();
});
