"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { RevisionView } from "../../lib/api/revision.ts";
import { figureKeys } from "./figures.ts";
import { revisionQuery } from "./revision.ts";

/** Holds server data in the browser, and renews it when the store has moved on from what the page was made of. */
export function Providers({
  revision,
  children,
}: {
  readonly revision: RevisionView;
  readonly children: ReactNode;
}) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <RevisionWatch shown={revision} />
      {children}
    </QueryClientProvider>
  );
}

function RevisionWatch({ shown }: { readonly shown: RevisionView }) {
  const client = useQueryClient();
  const router = useRouter();
  const tag = useRef(shown.tag);
  const { data } = useQuery({ ...revisionQuery(), initialData: shown, refetchOnMount: false });

  useEffect(() => {
    if (data.tag === tag.current) return;
    tag.current = data.tag;
    void client.invalidateQueries({ queryKey: figureKeys.all });
    router.refresh();
  }, [data.tag, client, router]);

  return null;
}
