"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type UploadProgress, UploadProgressAnswer } from "../../../../../lib/api/upload-progress.ts";

const INTERVAL = 700;

/** How far work on an upload is, as it goes on; when it has ended the page is asked for anew. */
export function LiveProgress({ id, shown }: { readonly id: string; readonly shown: UploadProgress }) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: ["upload-progress", id],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/admin/upload/${id}/progress`, { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(`the progress was answered with ${answer.status}`);
      return UploadProgressAnswer.parse(await answer.json());
    },
    refetchInterval: INTERVAL,
    refetchOnMount: "always",
    gcTime: 0,
  });
  const hasEnded = data?.progress === null;
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const { phase, done, total, rowsPerSecond } = data?.progress ?? shown;
  const label = PHASES[phase];
  return (
    <div className="upload-progress">
      <label htmlFor="upload-progress">{label}</label>
      <progress id="upload-progress" max={total ?? undefined} value={total === null ? undefined : done} />
      <p>
        {done.toLocaleString("en-GB")}
        {total !== null && ` of ${total.toLocaleString("en-GB")}`} rows
        {rowsPerSecond !== null && `, ${rowsPerSecond.toLocaleString("en-GB")} a second`}
      </p>
    </div>
  );
}

const PHASES: Readonly<Record<UploadProgress["phase"], string>> = {
  reading: "Reading and checking the rows",
  comparing: "Comparing them with the store",
  committing: "Storing the changes",
};
