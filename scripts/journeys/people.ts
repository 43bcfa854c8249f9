/** Who has an account in the journeys' store, one for each role. */
export const JOURNEY_PEOPLE = {
  reader: { name: "Rosa Reader", email: "reader@example.org", password: "a password of the reader" },
  editor: { name: "Edith Editor", email: "editor@example.org", password: "a password of the editor" },
  admin: { name: "Alan Admin", email: "admin@example.org", password: "a password of the admin" },
} as const;
