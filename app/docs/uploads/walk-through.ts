/** A step that is shown with what to type. */
export interface Step {
  readonly title: string;
  readonly says: string;
  readonly command: string;
}

const CURL = `curl -sS --fail-with-body -H "Authorization: Bearer $BUBBLESCOPE_KEY"`;

/**
 * The way of a file into the store by curl alone, for a fresh install at `address` with the starter catalogue. What is
 * typed in one step is used by the next; the values are made up.
 */
export function walkThrough(address: string): readonly Step[] {
  return [
    {
      title: "Say where it is, and with which key",
      says: "An admin makes a key with the scopes upload and commit under API keys. Keep it where only the script can read it.",
      command: `export BUBBLESCOPE='${address}'
export BUBBLESCOPE_KEY='bsk_…'`,
    },
    {
      title: "Write a file",
      says: "The last row has no such quarter. These values are made up: roll the revision back when you are done.",
      command: `cat > funding.csv <<'END'
series,period,value
VC_ALL_WORLD_CB_Q,2024-Q3,68
VC_ALL_WORLD_CB_Q,2024-Q4,105
VC_ALL_WORLD_CB_Q,2024-Q5,98
END`,
    },
    {
      title: "Send it",
      says: "Nothing is stored yet. The day on which the values became known is never guessed, so the settings say it. The answer is the upload: how many errors and warnings it has, what a commit would do, and the revision it was compared with.",
      command: `${CURL} \\
  -F file=@funding.csv \\
  --form-string 'settings={"defaults":{"vintage":"2025-01-31"}}' \\
  -o upload.json "$BUBBLESCOPE/api/v1/uploads"
cat upload.json
UPLOAD=$BUBBLESCOPE$(grep -o '/api/v1/uploads/[A-Za-z0-9_-]*' upload.json | head -n 1)`,
    },
    {
      title: "See what is wrong",
      says: "By row, each with its place, its value and what to do; or all of it as CSV.",
      command: `${CURL} "$UPLOAD/problems?severity=error"
${CURL} -o problems.csv "$UPLOAD/problems?format=csv"`,
    },
    {
      title: "Mend it",
      says: "Settings that are given take the place of those that were; here row 4 is left out. The file is checked again.",
      command: `${CURL} -X PATCH -d '{"leftOut":[4]}' -o upload.json "$UPLOAD"
cat upload.json`,
    },
    {
      title: "See what would change",
      says: "The biggest moves first, each with the value that is stored now.",
      command: `${CURL} "$UPLOAD/changes"`,
    },
    {
      title: "Commit it",
      says: "The base says which changes you looked at: if another revision was committed since, the answer is 409 with the new base, and nothing is stored. The receipt names the revision and its page, where it can be rolled back.",
      command: `BASE=$(grep -o '"base":[0-9]*' upload.json | cut -d : -f 2)
${CURL} -d "{\\"message\\":\\"Trying it out\\",\\"base\\":$BASE}" "$UPLOAD/commit"`,
    },
  ];
}

/** The same in one call, for a script that runs by itself. */
export const IN_ONE_CALL = `sed -i.bak '/2024-Q5/d' funding.csv
${CURL} \\
  -F file=@funding.csv \\
  --form-string 'settings={"defaults":{"vintage":"2025-01-31"}}' \\
  -F commit=true --form-string 'message=Venture funding, fourth quarter' \\
  -F wait=300 \\
  "$BUBBLESCOPE/api/v1/uploads"`;
