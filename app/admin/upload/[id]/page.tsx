import { redirect } from "next/navigation";
import { openStep } from "../../../_data/uploads/open-step.ts";

/** Leads to the step at which an upload stands. */
export default async function UploadEntryPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>;
}) {
  const { id } = await params;
  const { standing } = await openStep(id, "file");
  redirect(`/admin/upload/${encodeURIComponent(id)}/${standing.kind === "unchecked" ? "file" : "check"}`);
}
