"use client";

import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { drawingWidthFor } from "../../../lib/figures/drawing/widths.ts";
import type { Drawable } from "../../../lib/figures/model.ts";
import { FigureBoundary } from "./figure-error.tsx";
import type { InteractiveChartProps } from "./interactive-chart.tsx";
import { useNearness } from "./use-nearness.ts";
import { useWidth } from "./use-width.ts";

interface LiveDrawingProps {
  /** `null` while the data are on their way: the drawings stay. */
  readonly model: Drawable | null;
  readonly isWide: boolean;
  readonly children: ReactNode;
}

/**
 * Shows the server's drawings until the interactive chart has drawn the same picture behind them, then changes
 * places in one frame. Whatever fails on the way, the drawings stay.
 */
export function LiveDrawing({ model, isWide, children }: LiveDrawingProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useNearness(ref);
  const width = useWidth(ref);
  const [attempt, setAttempt] = useState(0);
  const { Chart, hasFailed, fail } = useChart(isNear && model !== null, attempt);
  const [isShown, setIsShown] = useState(false);
  const show = useCallback(() => setIsShown(true), []);
  const leave = useCallback(() => {
    setIsShown(false);
    fail();
  }, [fail]);
  const drawingWidth = drawingWidthFor(Math.floor(width), isWide);

  return (
    <div ref={ref} className="live" data-shows={isShown ? "chart" : "drawing"}>
      {children}
      {Chart && model && !hasFailed && width > 0 && (
        <FigureBoundary key={attempt} onFailure={leave}>
          <Chart model={model} drawingWidth={drawingWidth} roomWidth={width} onDrawn={show} />
        </FigureBoundary>
      )}
      {hasFailed && (
        <p className="live-failure" role="status">
          The interactive chart did not start; the drawing is complete.{" "}
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

interface ChartState {
  readonly attempt: number;
  readonly Chart: ComponentType<InteractiveChartProps> | null;
  readonly hasFailed: boolean;
}

/** Loads the chart's code when it is wanted, and again for each attempt after a failure. */
function useChart(isWanted: boolean, attempt: number) {
  const [state, setState] = useState<ChartState>({ attempt, Chart: null, hasFailed: false });
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    import("./interactive-chart.tsx").then(
      ({ InteractiveChart }) => isCurrent && setState({ attempt, Chart: InteractiveChart, hasFailed: false }),
      () => isCurrent && setState({ attempt, Chart: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, attempt]);
  const fail = useCallback(() => setState((last) => ({ ...last, hasFailed: true })), []);
  return { ...state, fail };
}
