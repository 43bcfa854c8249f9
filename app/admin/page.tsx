import { redirect } from "next/navigation";
import { accountLinks } from "../_components/shell/account-links.ts";
import { admit } from "../_data/access.ts";

/** Leads to the first of the pages below it that this person may open. */
export default async function AdminPage() {
  const { role } = await admit("upload", "/admin");
  const [first] = accountLinks(role).filter(({ href }) => href.startsWith("/admin/"));
  redirect(first?.href ?? "/account");
}
