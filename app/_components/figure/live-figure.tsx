"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { figureQuery } from "../../_queries/figures.ts";
import { LiveDrawing } from "./live-drawing.tsx";
import { useNearness } from "./use-nearness.ts";

interface LiveFigureProps {
  readonly name: string;
  readonly isWide: boolean;
  readonly asOf?: string;
  /** The drawings made on the server. */
  readonly children: ReactNode;
}

/** The server's drawings, which an interactive chart of the same data replaces once the figure nears the screen. */
export function LiveFigure({ name, isWide, asOf, children }: LiveFigureProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useNearness(ref);
  const { data } = useQuery({
    ...figureQuery(name, { asOf }),
    enabled: isNear,
    placeholderData: keepPreviousData,
  });
  return (
    <div ref={ref}>
      <LiveDrawing model={data ?? null} isWide={isWide}>
        {children}
      </LiveDrawing>
    </div>
  );
}
