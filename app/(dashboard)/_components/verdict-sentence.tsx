const ERA_WORDS = /(\bAI\b|\binternet\b)/;

/** The verdict as the page's heading; the two eras stand in their hues, which the words carry as well. */
export function VerdictSentence({ sentence }: { readonly sentence: string }) {
  return (
    <h1 className="dash-verdict">
      {sentence.split(ERA_WORDS).map((part, index) => {
        // The pieces of one fixed sentence never move, so their place is a stable key.
        const key = `${index} ${part}`;
        if (part === "AI")
          return (
            <em key={key} className="ai">
              {part}
            </em>
          );
        if (part === "internet")
          return (
            <em key={key} className="dotcom">
              {part}
            </em>
          );
        return part;
      })}
    </h1>
  );
}
