import { describe, expect, test } from "vitest";
import { layoutFigure } from "./layout.ts";
import { drawingToSvg } from "./svg.ts";
import { aLine, aModel, anItem, aPanel } from "./testing.ts";

const OPTIONS = { id: "f-420", title: "A title", description: "A description" };

describe("drawingToSvg", () => {
  test("names and describes the drawing for people who do not see it", () => {
    const svg = drawingToSvg(layoutFigure(aModel(), 420), OPTIONS);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="f-420-t" aria-describedby="f-420-d">/);
    expect(svg).toContain('<title id="f-420-t">A title</title><desc id="f-420-d">A description</desc>');
  });

  test("lets no markup in from data", () => {
    const evil = `"><script>alert('1')</script>&`;
    const models = [
      aModel({
        panels: [
          aPanel({ lines: [aLine([1, 2], { label: evil }), aLine([3, 4], { label: evil, hue: "ink" })] }),
        ],
      }),
      aModel({
        kind: "comparison",
        items: [anItem({ label: evil, text: evil, unlike: evil, detail: evil })],
      }),
    ];
    for (const model of models) {
      const svg = drawingToSvg(layoutFigure(model, 640), { id: evil, title: evil, description: evil });
      expect(svg).not.toContain("<script");
      expect(svg).toContain("&#60;script&#62;");
    }
  });

  test("sets no text smaller than 12 px", () => {
    const svg = drawingToSvg(layoutFigure(aModel({ kind: "comparison", items: [anItem()] }), 312), OPTIONS);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(sizes.every((size) => size >= 12)).toBe(true);
  });

  test("has no coordinate that is not a number", () => {
    const svg = drawingToSvg(layoutFigure(aModel(), 420), OPTIONS);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  test("paints by class on a page, and by literal colours when tokens are given", () => {
    const drawing = layoutFigure(aModel(), 420);
    expect(drawingToSvg(drawing, OPTIONS)).toContain('class="line-ai"');
    const alone = drawingToSvg(drawing, { ...OPTIONS, tokens: new Map([["--era-ai", "#08657a"]]) });
    expect(alone).toContain('stroke="#08657a"');
    expect(alone).not.toContain('class="line-ai"');
  });
});
