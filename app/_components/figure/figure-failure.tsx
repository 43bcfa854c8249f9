import "./figure.css";

interface FigureFailureProps {
  readonly name: string;
  readonly title: string;
  /** Under which the server's log holds the reason. */
  readonly id: string;
  readonly heading?: "h2" | "h3";
  /** The address of this page as it was asked for. */
  readonly retryHref?: string;
}

/** A figure that could not be computed, in the frame of one that could; the figures around it are not affected. */
export function FigureFailure(props: FigureFailureProps) {
  const { name, title, id, heading: Heading = "h3", retryHref = "?" } = props;
  return (
    <figure className="figure" aria-labelledby={`${name}-title`} id={`figure-${name}`}>
      <Heading id={`${name}-title`} className="figure-title">
        {title}
      </Heading>
      <div className="figure-blank is-error">
        <p>
          <b>This figure could not be computed</b>
          Other figures are not affected. The server’s log has the reason under {id}.
        </p>
        <a className="button" href={retryHref}>
          Try again
        </a>
      </div>
    </figure>
  );
}
