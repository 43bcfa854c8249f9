"use client";

import { Component, type ReactNode } from "react";

interface FigureBoundaryProps {
  readonly children: ReactNode;
  /** Told when the chart has failed, so that the drawing it replaced is shown again. */
  readonly onFailure: () => void;
}

/** Keeps a failing interactive chart to itself: nothing is drawn in its place and the page goes on. */
export class FigureBoundary extends Component<FigureBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
