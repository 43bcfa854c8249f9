import "./figure.css";

/** A figure while it loads, in its final size. */
export function FigureSkeleton({ isWide = false }: { readonly isWide?: boolean }) {
  return (
    <div className={isWide ? "figure figure-skeleton wide" : "figure figure-skeleton"} role="status">
      <span className="visually-hidden">A figure is loading</span>
      <span className="bone title" />
      <span className="bone subtitle" />
      <div className="figure-blank" />
      <span className="bone note" />
    </div>
  );
}
