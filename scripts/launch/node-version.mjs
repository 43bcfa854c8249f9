const oldest = { major: 20, minor: 19 };

/**
 * Whether `version` ("20.19.0") is at least the oldest Node that Bubblescope runs on.
 *
 * @param {string} version
 */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

/** Ends the process with one sentence when this Node is too old. */
export function refuseOldNode() {
  const version = process.versions.node;
  if (nodeIsRecent(version)) return;
  console.error(
    "Node " +
      version +
      " is too old for Bubblescope: install Node " +
      oldest.major +
      "." +
      oldest.minor +
      " or later (https://nodejs.org).",
  );
  process.exit(1);
}
