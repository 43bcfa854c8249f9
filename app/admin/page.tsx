import { redirect } from "next/navigation";
import { admit } from "../_data/access.ts";

/** Leads to the first of the pages below it. */
export default async function AdminPage() {
  await admit("manage-people", "/admin");
  redirect("/admin/people");
}
