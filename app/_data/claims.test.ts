import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../db/store.ts";
import { aPackage } from "../../lib/ingestion/testing.ts";
import { claimsOnSeries, listClaims } from "./claims.ts";
import { commitPackage, serveTestStore } from "./testing.ts";

const FACTS = `claim,text,verdict,target_kind,target,shown_as
4,It is valued at $157B.,OK,observation,OPENAI_VAL@2024-10-02,reported
3,It raised $6.6B in October 2024.,OK,round,openai-2024-10,claimed
3,It raised $6.6B in October 2024.,OK,event,chatgpt,reported
3,By another report it raised more.,DIFF,series,OPENAI_VAL,note
`;

let store: Store;
beforeAll(async () => {
  store = await serveTestStore();
  await commitPackage(store, aPackage({ "seed-facts.csv": FACTS }));
});
afterAll(() => store.close());

test("claims come by number, their sentences in the order of the file, each once with every place that shows it", async () => {
  expect(await listClaims()).toEqual([
    {
      number: 3,
      lines: [
        {
          text: "It raised $6.6B in October 2024.",
          verdict: "OK",
          places: [
            {
              kind: "round",
              code: "openai-2024-10",
              shownAs: "claimed",
              href: "/rounds#openai-2024-10",
              label: "Round: OpenAI, 2 Oct 2024",
            },
            {
              kind: "event",
              code: "chatgpt",
              shownAs: "reported",
              href: "/eras#chatgpt",
              label: "Event: ChatGPT opens",
            },
          ],
        },
        {
          text: "By another report it raised more.",
          verdict: "DIFF",
          places: [
            {
              kind: "series",
              code: "OPENAI_VAL",
              shownAs: "note",
              href: "/series/OPENAI_VAL",
              label: "OPENAI_VAL",
            },
          ],
        },
      ],
    },
    {
      number: 4,
      lines: [
        {
          text: "It is valued at $157B.",
          verdict: "OK",
          places: [
            {
              kind: "observation",
              code: "OPENAI_VAL",
              shownAs: "reported",
              href: "/series/OPENAI_VAL?rows=all#p-2024-10-02",
              label: "OPENAI_VAL, 2 Oct 2024",
            },
          ],
        },
      ],
    },
  ]);
});

test("a series carries the claims on it and on its values", async () => {
  const carried = await claimsOnSeries("OPENAI_VAL");
  expect(carried.map(({ claim, text }) => [claim, text])).toEqual([
    [3, "By another report it raised more."],
    [4, "It is valued at $157B."],
  ]);
});
