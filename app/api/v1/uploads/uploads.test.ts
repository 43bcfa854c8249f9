import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { auditEntries } from "../../../../db/queries/audit.ts";
import { latestRevision } from "../../../../db/queries/revision.ts";
import {
  ChangesAnswer,
  ProblemsAnswer,
  UploadAnswer,
  UploadRefused,
  UploadsAnswer,
} from "../../../../lib/api/uploads.ts";
import type { KeyScope } from "../../../../lib/auth/key-scope.ts";
import type { Actor } from "../../../../lib/auth/person.ts";
import { aPackage } from "../../../../lib/ingestion/testing.ts";
import { endKey, loadKeys, makeKey } from "../../../_data/api-keys.ts";
import { environment } from "../../../_data/environment.ts";
import { loadSeriesView } from "../../../_data/series.ts";
import { commitPackage, serveTestStore, TODAY } from "../../../_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "../../../_data/testing-people.ts";
import { loadOpenUploads } from "../../../_data/uploads/review.ts";
import { GET as getChanges } from "./[id]/changes/route.ts";
import { POST as postCommit } from "./[id]/commit/route.ts";
import { GET as getProblems } from "./[id]/problems/route.ts";
import { DELETE as deleteUpload, GET as getUpload, PATCH as patchUpload } from "./[id]/route.ts";
import { GET as getUploads, POST as postUpload } from "./route.ts";

/** World venture funding of 2024-Q2 stands at 82, that of 2024-Q3 is said to be missing; see `aPackage`. */
const CODE = "VC_ALL_WORLD_CB_Q";
const SITE = "http://localhost:3000";
const UNTIL_DONE = "60";

let store: Awaited<ReturnType<typeof serveTestStore>>;
let admin: Actor;
let key: string;
beforeAll(async () => {
  store = await serveTestStore();
  await commitPackage(store, aPackage());
  await serveAccounts();
  admin = { ...(await anAccount("admin")), sessionId: null, keyId: null, address: null };
  key = await keyWith(["upload", "commit"]);
});
afterAll(() => store.close());

const keyWith = (scopes: KeyScope[]) => makeKey({ name: "cron", scopes }, admin);
const bearer = (token = key) => ({ authorization: `Bearer ${token}`, host: "localhost:3000" });
const long = (...lines: string[]) => ["series,period,value", ...lines].join("\n");
const SETTINGS = JSON.stringify({ defaults: { vintage: TODAY } });

/** A form as curl sends it. */
function form(
  fields: Readonly<Record<string, string | File>>,
  { headers = bearer(), query = "" } = {},
): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries({ settings: SETTINGS, wait: UNTIL_DONE, ...fields })) {
    body.set(name, value);
  }
  return new Request(`${SITE}/api/v1/uploads${query}`, { method: "POST", body, headers });
}
const file = (text: string, name = "funding.csv") => new File([text], name);
const sendForm = (...sent: Parameters<typeof form>) =>
  postUpload(form(...sent), { params: Promise.resolve({}) });

type Route = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
function ask(
  route: Route,
  id: string,
  { method = "GET", query = "", body = null as unknown, headers = bearer() } = {},
) {
  const sent = { method, headers, ...(body !== null && { body: JSON.stringify(body) }) };
  return route(new Request(`${SITE}/api/v1/uploads/${id}${query}`, sent), {
    params: Promise.resolve({ id }),
  });
}

async function uploadIn(response: Response, status = 201): Promise<UploadAnswer> {
  expect(await bodyOf(response)).toMatchObject({ status });
  return UploadAnswer.parse((await bodyOf(response)).body);
}
async function bodyOf(response: Response) {
  return { status: response.status, body: await response.clone().json() };
}
async function problemIn(response: Response, status: number, name: string): Promise<UploadRefused> {
  const type = `urn:bubblescope:problem:${name}`;
  expect(await bodyOf(response)).toMatchObject({ status, body: { type } });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return UploadRefused.parse((await bodyOf(response)).body);
}
const sentAndChecked = async (text: string, fields = {}) =>
  uploadIn(await sendForm({ file: file(text), ...fields }));
const commit = (upload: UploadAnswer, body = {}) =>
  ask(postCommit, upload.id, {
    method: "POST",
    query: `?wait=${UNTIL_DONE}`,
    body: { message: "fourth quarter", base: upload.base, ...body },
  });
const revision = async () => (await latestRevision(store.db))?.number ?? 0;

describe("step by step", () => {
  test("a file is sent, looked over and committed, each step in the log under the key that took it", async () => {
    const text = long(`${CODE},2024-Q2,84`, `${CODE},2024-Q4,117.5`);
    const response = await sendForm({ file: file(text) });
    const upload = await uploadIn(response);
    const address = `/api/v1/uploads/${upload.id}`;
    expect(response.headers.get("location")).toBe(address);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(upload).toMatchObject({
      fileName: "funding.csv",
      byteSize: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
      state: "checked",
      progress: null,
      errors: 0,
      counts: { added: 1, revised: 1, withdrawn: 0, unchanged: 0, missing: 0 },
      base: await revision(),
      revision: null,
      settings: { defaults: { vintage: TODAY }, mapping: { layout: "long", series: "series" } },
      links: { self: address, problems: `${address}/problems` },
      receipt: null,
    });
    expect(await uploadIn(await ask(getUpload, upload.id), 200)).toEqual(upload);

    const changes = ChangesAnswer.parse(await (await ask(getChanges, upload.id)).json());
    expect(changes).toMatchObject({
      base: upload.base,
      changes: [
        { kind: "revised", series: CODE, period: "2024-Q2", old: { value: "82" }, value: "84", row: 2 },
        { kind: "new", period: "2024-Q4", old: null, value: "117.5", row: 3 },
      ],
      counts: { added: 1, revised: 1, rows: { added: 0, changed: 0 } },
      rows: [],
      problems: [],
      next: null,
    });
    expect(await revision()).toBe(upload.base);

    const committed = await uploadIn(await commit(upload), 200);
    const number = (upload.base ?? 0) + 1;
    expect(committed).toMatchObject({
      state: "committed",
      revision: number,
      receipt: { outcome: "committed", revision: number, counts: { added: 1, revised: 1 } },
    });
    const view = await loadSeriesView(CODE, { asOf: TODAY });
    expect(view?.observations.map(({ value }) => value)).toEqual(["84", null, "117.5"]);
    expect((await latestRevision(store.db))?.message).toBe("fourth quarter");
    const entries = await auditEntries(store.db, {}, { limit: 2 });
    expect(entries.map(({ action, key: by }) => [action, by])).toEqual([
      ["upload-committed", "cron"],
      ["upload-staged", "cron"],
    ]);
    await problemIn(await commit(upload), 409, "upload-closed");
    await problemIn(await ask(getChanges, upload.id), 409, "not-checked");
    await problemIn(await ask(patchUpload, upload.id, { method: "PATCH", body: {} }), 409, "upload-closed");
    await problemIn(await ask(deleteUpload, upload.id, { method: "DELETE" }), 409, "upload-closed");
  });

  test("a source that is added on the way is among the changes, and one that is not sound says why", async () => {
    const source = {
      key: "own",
      publisher: "We",
      title: "Own count",
      licence: "ours",
      redistributable: "true",
    };
    const changesWith = async (source: object) => {
      const settings = JSON.stringify({ defaults: { vintage: TODAY }, brings: { sources: [source] } });
      const { id } = await sentAndChecked(long(`${CODE},2007-Q1,50`), { settings });
      return ChangesAnswer.parse(await (await ask(getChanges, id)).json());
    };
    expect(await changesWith(source)).toMatchObject({
      counts: { added: 1, rows: { added: 1, changed: 0 } },
      rows: [{ table: "sources", key: "own", title: "Own count", deed: "added", fields: [] }],
      problems: [],
    });
    expect(await changesWith({ ...source, redistributable: "perhaps" })).toMatchObject({
      counts: { rows: { added: 0, changed: 0 } },
      rows: [],
      problems: [
        {
          ...{ resource: "sources", row: 1, column: "redistributable", value: "perhaps", rule: "boolean" },
          sentence: expect.stringContaining("`perhaps` is neither true nor false"),
        },
      ],
    });
  });

  test("what waits is listed, newest first and a page at a time, until it is committed or discarded", async () => {
    const older = await sentAndChecked(long(`${CODE},2007-Q1,50`));
    const unread = await uploadIn(await sendForm({ file: file("no table at all", "prose.csv") }));
    const gone = await sentAndChecked(long(`${CODE},2007-Q2,51`));
    await ask(deleteUpload, gone.id, { method: "DELETE" });
    const answer = (query: string) => ask(getUploads, "", { query });
    const list = async (query: string) => {
      const response = await answer(query);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      return UploadsAnswer.strict().parse(await response.json());
    };

    const first = await list("?limit=1");
    const { id, fileName, author, createdAt, state, links } = unread;
    expect(first.uploads).toEqual([{ id, fileName, author, createdAt, state, links }]);
    const second = await list(new URL(first.next ?? "", SITE).search);
    expect(second.uploads).toMatchObject([
      { id: older.id, fileName: "funding.csv", author: admin.name, state: "checked" },
    ]);
    const all = await list("");
    expect(all.uploads.map((one) => one.id)).toEqual(
      (await loadOpenUploads()).map(({ upload }) => upload.id),
    );
    expect(all.next).toBeNull();
    expect(await list(`?offset=${all.uploads.length}`)).toEqual({ uploads: [], next: null });
    for (const query of ["?limit=0", "?limit=1001", "?offset=-1", "?limit=ten"]) {
      await problemIn(await answer(query), 400, "invalid-query");
    }

    await uploadIn(await commit(older), 200);
    expect((await list("")).uploads.map((one) => one.id)).not.toContain(older.id);
    await ask(deleteUpload, unread.id, { method: "DELETE" });
  });

  test("changes come a page at a time, of one series or of one kind", async () => {
    const upload = await sentAndChecked(
      long(`${CODE},2019-Q1,60`, `${CODE},2019-Q2,61`, "NASDAQ_M,2000-04,3860.66"),
    );
    const pages = [`?kind=new&series=${CODE}&limit=1`];
    const periods: string[] = [];
    for (const page of pages) {
      const { changes, next } = ChangesAnswer.parse(
        await (await ask(getChanges, upload.id, { query: page })).json(),
      );
      periods.push(...changes.map(({ period }) => period));
      if (next !== null) pages.push(new URL(next, SITE).search);
    }
    expect(periods).toEqual(["2019-Q1", "2019-Q2"]);
    const revised = await ask(getChanges, upload.id, { query: "?kind=revised" });
    expect(ChangesAnswer.parse(await revised.json()).changes).toEqual([]);
    for (const query of ["?kind=other", "?limit=0", "?limit=1001", "?offset=-1", "?limit=ten"]) {
      await problemIn(await ask(getChanges, upload.id, { query }), 400, "invalid-query");
    }
  });

  test("what is wrong is told by place with a remedy, mended by other settings, and then committed", async () => {
    const upload = await sentAndChecked(
      long(`${CODE},2018-Q1,70`, `${CODE},2018-Q5,71`, `${CODE},2018-Q2,n.b.`),
    );
    expect(upload).toMatchObject({ state: "checked", errors: 2, counts: { added: 1 } });
    const answer = ProblemsAnswer.parse(
      await (await ask(getProblems, upload.id, { query: "?severity=error" })).json(),
    );
    expect(answer).toMatchObject({
      total: 2,
      problems: [
        { row: 3, column: "period", value: "2018-Q5", rule: "period" },
        { row: 4, column: "value", value: "n.b.", rule: "number" },
      ],
      next: null,
    });
    expect(answer.problems[0]?.sentence).toMatch(/^row 3, column period: `2018-Q5` is not a period; write /);
    const ofRule = await ask(getProblems, upload.id, { query: "?rule=number&limit=1" });
    expect(ProblemsAnswer.parse(await ofRule.json())).toMatchObject({ total: 1, problems: [{ row: 4 }] });

    const refusal = await problemIn(await commit(upload), 422, "has-errors");
    expect(refusal.problems?.map(({ row }) => row)).toEqual([3, 4]);
    expect(refusal.detail).toContain("2 errors are left");

    const fixes = [{ row: 3, column: "period", text: "2018-Q3" }];
    const mended = { method: "PATCH", query: `?wait=${UNTIL_DONE}`, body: { fixes, leftOut: [4] } };
    expect(await uploadIn(await ask(patchUpload, upload.id, mended), 200)).toMatchObject({
      state: "checked",
      errors: 0,
      counts: { added: 2 },
      settings: { fixes, leftOut: [4], defaults: { vintage: TODAY } },
    });
    expect(await uploadIn(await commit(upload), 200)).toMatchObject({ receipt: { counts: { added: 2 } } });
  });

  test("rows with errors are left out when the commit says so", async () => {
    const upload = await sentAndChecked(long(`${CODE},2017-Q1,50`, `${CODE},2017-Q9,51`));
    expect(await uploadIn(await commit(upload, { leaveOutErrors: true }), 200)).toMatchObject({
      receipt: { outcome: "committed", counts: { added: 1 } },
    });
  });

  test("problems as CSV are all of them, and safe to open in a spreadsheet", async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => `${CODE},"=cmd|'/C calc'!A${at}",1`);
    const upload = await sentAndChecked(long(...rows));
    const response = await ask(getProblems, upload.id, { query: "?format=csv&severity=error&limit=1" });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const [header, ...lines] = (await response.text()).trimEnd().split("\r\n");
    expect(header).toBe("row,column,value,severity,rule,reason,remedy");
    expect(lines).toHaveLength(1_500);
    for (const line of lines) expect(line).toMatch(/^\d+,period,'=cmd\|'\/C calc'!A\d+,error,period,/);
  });

  test("a discarded upload says so, and its file is gone from those that wait", async () => {
    const upload = await sentAndChecked(long(`${CODE},2016-Q1,40`));
    const response = await ask(deleteUpload, upload.id, { method: "DELETE" });
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(await uploadIn(await ask(getUpload, upload.id), 200)).toMatchObject({ state: "discarded" });
    expect((await auditEntries(store.db, {}, { limit: 1 }))[0]).toMatchObject({
      action: "upload-discarded",
      key: "cron",
    });
    await problemIn(await commit(upload), 409, "upload-closed");
    expect((await loadOpenUploads()).map((open) => open.upload.id)).not.toContain(upload.id);
  });
});

describe("other ways to send", () => {
  const sendBody = (body: string, query: string) =>
    postUpload(new Request(`${SITE}/api/v1/uploads?${query}`, { method: "POST", body, headers: bearer() }), {
      params: Promise.resolve({}),
    });

  /** Some seconds of work. */
  const manyRows = () => {
    const months = Array.from({ length: 6_000 }, (_, at) => [1500 + Math.floor(at / 12), (at % 12) + 1]);
    return long(...months.map(([year, month]) => `NASDAQ_M,${year}-${String(month).padStart(2, "0")},100`));
  };

  test("the body may be the file itself, named and explained by the address", async () => {
    const query = new URLSearchParams({ name: "../q4.csv", wait: UNTIL_DONE, settings: SETTINGS });
    const upload = await uploadIn(await sendBody(long(`${CODE},2015-Q1,30`), query.toString()));
    expect(upload).toMatchObject({ fileName: "q4.csv", errors: 0, counts: { added: 1 } });
  });

  test("a table may be a field", async () => {
    const upload = await uploadIn(await sendForm({ table: long(`${CODE},2015-Q2,31`) }));
    expect(upload).toMatchObject({ fileName: "pasted table", counts: { added: 1 } });
  });

  test("who does not wait is told how far it is, and asks again", async () => {
    const upload = await uploadIn(await sendForm({ file: file(manyRows()), wait: "0" }), 202);
    expect(upload).toMatchObject({ state: "working", progress: { phase: "reading" } });
    await problemIn(await commit({ ...upload, base: 1 }), 409, "still-working");
    expect(await uploadIn(await ask(getUpload, upload.id), 202)).toMatchObject({ state: "working" });
    const again = { method: "PATCH", query: `?wait=${UNTIL_DONE}`, body: {} };
    expect(await uploadIn(await ask(patchUpload, upload.id, again), 200)).toMatchObject({ state: "checked" });
  });

  test("a commit that cannot be made in time is refused, and its upload kept", async () => {
    const sent = { file: file(manyRows()), wait: "0", commit: "true", message: "early" };
    const { upload } = await problemIn(await sendForm(sent), 409, "still-working");
    expect(upload).toMatchObject({ state: "working" });
    await ask(deleteUpload, upload?.id ?? "", { method: "DELETE" });
  });
});

describe("in one call", () => {
  const AT_ONCE = { commit: "true", message: "the quarter, by cron" };

  test("a sound file is committed; sent again, it is nothing to do, and leaves nothing behind", async () => {
    const text = long(`${CODE},2014-Q1,20`);
    const before = await revision();
    expect(await uploadIn(await sendForm({ file: file(text), ...AT_ONCE }))).toMatchObject({
      state: "committed",
      receipt: { outcome: "committed", revision: before + 1 },
    });
    const open = await loadOpenUploads();
    expect(await uploadIn(await sendForm({ file: file(text), ...AT_ONCE }), 200)).toMatchObject({
      state: "discarded",
      receipt: { outcome: "nothing-to-do", revision: before + 1, counts: { unchanged: 1 } },
    });
    expect(await revision()).toBe(before + 1);
    expect(await loadOpenUploads()).toEqual(open);
  });

  test("errors keep it from being committed, and are told", async () => {
    const before = await revision();
    const sent = { file: file(long(`${CODE},2014-Q2,21`, `${CODE},2014-Q7,22`)), ...AT_ONCE };
    const refusal = await problemIn(await sendForm(sent), 422, "has-errors");
    expect(refusal).toMatchObject({
      upload: { state: "checked", errors: 1 },
      problems: [{ row: 3, rule: "period" }],
    });
    expect(await revision()).toBe(before);
  });

  test("warnings keep it from being committed only if that is asked for", async () => {
    const text = long(`${CODE},2014-Q3,`);
    const strictly = { file: file(text), ...AT_ONCE, strict: "true" };
    const refusal = await problemIn(await sendForm(strictly), 422, "has-warnings");
    expect(refusal.problems).toMatchObject([{ severity: "warning", row: 2 }]);
    await uploadIn(await sendForm({ file: file(text), ...AT_ONCE }));
  });

  test("of two that commit at the same time, one is stopped, and is told the new base", async () => {
    const [first, second] = [
      await sentAndChecked(long(`${CODE},2013-Q1,10`)),
      await sentAndChecked(long(`${CODE},2013-Q1,11`)),
    ];
    const answers = await Promise.all([commit(first), commit(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stopped = answers.find(({ status }) => status === 409) as Response;
    const { upload, detail } = await problemIn(stopped, 409, "store-moved-on");
    expect(detail).toContain(`revision ${await revision()}`);
    expect(upload).toMatchObject({ state: "checked", base: await revision(), counts: { revised: 1 } });
    await uploadIn(await commit(upload as UploadAnswer), 200);
  });
});

describe("what is refused leaves nothing behind:", () => {
  test.each([
    ["nothing", {}, 400, "no-file"],
    ["settings that are not JSON", { file: file("a,b\n1,2\n"), settings: "{" }, 400, "invalid-settings"],
    ["a setting there is not", { file: file("a,b\n"), settings: '{"default":{}}' }, 400, "invalid-settings"],
    ["a choice there is not", { file: file("a,b\n1,2\n"), comit: "true" }, 400, "invalid-choices"],
    ["a commit without a message", { file: file("a,b\n1,2\n"), commit: "true" }, 400, "invalid-choices"],
    ["too long a wait", { file: file("a,b\n1,2\n"), wait: "301" }, 400, "invalid-choices"],
    ["an empty file", { file: file("") }, 422, "unreadable-file"],
    ["a document", { file: file("%PDF-1.7 funding") }, 422, "unreadable-file"],
  ])("%s", async (_, fields, status, name) => {
    const open = await loadOpenUploads();
    await problemIn(await sendForm(fields as Record<string, string | File>), status, name);
    expect(await loadOpenUploads()).toEqual(open);
  });

  test("a file over the limit, in a form or alone, by the variable that sets the limit", async () => {
    const open = await loadOpenUploads();
    const { bytes } = environment().uploadLimits;
    Object.assign(environment().uploadLimits, { bytes: 1_000 });
    const text = long(...Array.from({ length: 100 }, () => `${CODE},2012-Q1,9`));
    const inForm = await problemIn(await sendForm({ file: file(text) }), 413, "file-too-large");
    expect(inForm.detail).toContain("UPLOAD_MAX_BYTES");
    const alone = new Request(`${SITE}/api/v1/uploads`, { method: "POST", body: text, headers: bearer() });
    await problemIn(await postUpload(alone, { params: Promise.resolve({}) }), 413, "file-too-large");
    Object.assign(environment().uploadLimits, { bytes });
    expect(await loadOpenUploads()).toEqual(open);
  });

  test.each([
    ["is not", "multipart/form-data", "x"],
    ["breaks off in its head", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data"],
    [
      "breaks off in its file",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b',
    ],
  ])("a body that says it is a form and %s", async (_, type, body) => {
    const open = await loadOpenUploads();
    const headers = { ...bearer(), "content-type": type };
    const broken = new Request(`${SITE}/api/v1/uploads`, { method: "POST", body, headers });
    await problemIn(await postUpload(broken, { params: Promise.resolve({}) }), 400, "unreadable-form");
    expect(await loadOpenUploads()).toEqual(open);
  });

  test("a file whose connection is lost", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const open = await loadOpenUploads();
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(300_000));
        controller.error(new Error("the connection was lost"));
      },
    });
    const lost = new Request(`${SITE}/x`, {
      method: "POST",
      body,
      headers: bearer(),
      duplex: "half",
    } as RequestInit);
    await problemIn(await postUpload(lost, { params: Promise.resolve({}) }), 500, "unexpected");
    expect(await loadOpenUploads()).toEqual(open);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("a change or a commit that cannot be read is refused:", () => {
  let upload: UploadAnswer;
  beforeAll(async () => {
    upload = await sentAndChecked(long(`${CODE},2011-Q1,8`));
  });
  const patch = (body: unknown) => ask(patchUpload, upload.id, { method: "PATCH", body });

  test.each([
    ["no object", [], "they are not a JSON object"],
    ["a name that is no setting", { mapings: null }, "mapings: there is no such setting"],
    ["a day that is none", { defaults: { vintage: "2024-13-01" } }, "defaults.vintage: write a day"],
    [
      "a character that cannot be stored",
      { fixes: [{ row: 2, column: "value", text: "\0" }] },
      "cannot be stored",
    ],
  ])("settings: %s", async (_, body, says) => {
    expect((await problemIn(await patch(body), 400, "invalid-settings")).detail).toContain(says);
    expect(await uploadIn(await ask(getUpload, upload.id), 200)).toEqual(upload);
  });

  test.each([
    ["without a message", { message: " " }],
    ["without a base", { base: undefined }],
    ["with a base that is no number", { base: "1" }],
    ["with a name that means nothing", { leaveOut: true }],
    ["with a character that cannot be stored", { message: "\0" }],
  ])("a commit %s", async (_, body) => {
    await problemIn(await commit(upload, body), 400, "invalid-body");
  });

  test("a body that is not JSON, or too long", async () => {
    const bodyText = (body: string) => {
      const request = new Request(`${SITE}/x`, { method: "PATCH", headers: bearer(), body });
      return patchUpload(request, { params: Promise.resolve({ id: upload.id }) });
    };
    await problemIn(await bodyText("{"), 400, "invalid-body");
    await problemIn(await bodyText(""), 400, "invalid-body");
    await problemIn(await bodyText(`"${"x".repeat(600_000)}"`), 413, "body-too-large");
  });

  test("a reading by which the file cannot be read", async () => {
    const sheetless = { reading: { encoding: "utf-16le" }, mapping: null };
    await problemIn(await patch(sheetless), 422, "unreadable-file");
    expect(await uploadIn(await ask(getUpload, upload.id), 200)).toEqual(upload);
  });

  test("a base that is not the one that was compared with: the changes may be others than were seen", async () => {
    await problemIn(await commit(upload, { base: (upload.base ?? 0) - 1 }), 409, "store-moved-on");
  });

  test("a source that the store lacks", async () => {
    const added = {
      method: "PATCH",
      query: `?wait=${UNTIL_DONE}`,
      body: { brings: { series: [{ code: "X" }] } },
    };
    const changed = await uploadIn(await ask(patchUpload, upload.id, added), 200);
    await problemIn(await commit(changed), 422, "unsound-additions");
  });
});

describe("who may", () => {
  test("an unknown id is not found, whatever it looks like", async () => {
    for (const id of ["\0", "../etc", "A".repeat(22), "A".repeat(5_000)]) {
      for (const route of [getUpload, getProblems, getChanges]) {
        await problemIn(await ask(route, id), 404, "unknown-upload");
      }
      await problemIn(await ask(patchUpload, id, { method: "PATCH", body: {} }), 404, "unknown-upload");
      await problemIn(await ask(deleteUpload, id, { method: "DELETE" }), 404, "unknown-upload");
      const asked = { method: "POST", body: { message: "m", base: 1 } };
      await problemIn(await ask(postCommit, id, asked), 404, "unknown-upload");
    }
  });

  test("a key that may only stage neither commits, nor leaves behind what it was to commit", async () => {
    const stager = bearer(await keyWith(["upload"]));
    const open = await loadOpenUploads();
    const sent = { file: file(long(`${CODE},2010-Q1,7`)), commit: "true", message: "not allowed" };
    await problemIn(await sendForm(sent, { headers: stager }), 403, "key-scope");
    expect(await loadOpenUploads()).toEqual(open);
    const upload = await uploadIn(await sendForm({ file: sent.file }, { headers: stager }));
    const asked = { method: "POST", body: { message: "m", base: upload.base }, headers: stager };
    await problemIn(await ask(postCommit, upload.id, asked), 403, "key-scope");
  });

  test("no key, a revoked key, a key for something else, a reader and another site get nowhere, at any address", async () => {
    const upload = await sentAndChecked(long(`${CODE},2010-Q2,7`));
    const revoked = await keyWith(["upload", "commit"]);
    const listed = (await loadKeys()).find(({ start }) => revoked.startsWith(start));
    await endKey(listed?.id ?? "", admin);
    const reader = { cookie: await cookieOf(await anAccount("reader")), origin: SITE };
    const foreign = { cookie: await cookieOf(admin), origin: "https://evil.example" };
    const cases = [
      [{}, 401, "signed-out"],
      [{ origin: "https://evil.example" }, 401, "signed-out"],
      [{ authorization: `Bearer ${revoked}` }, 401, "key-unknown"],
      [reader, 403, "role"],
    ] as const;
    const toStage = { authorization: `Bearer ${await keyWith(["upload"])}` };
    const toCommit = { authorization: `Bearer ${await keyWith(["commit"])}` };
    const routes = [
      [getUploads, "GET", toCommit],
      [getUpload, "GET", toCommit],
      [getProblems, "GET", toCommit],
      [getChanges, "GET", toCommit],
      [patchUpload, "PATCH", toCommit],
      [deleteUpload, "DELETE", toCommit],
      [postCommit, "POST", toStage],
    ] as const;
    const own = { host: "localhost:3000", origin: SITE };
    for (const [route, method, forElse] of routes) {
      for (const [sent, status, name] of [...cases, [forElse, 403, "key-scope"] as const]) {
        const headers = { ...own, ...sent } as unknown as ReturnType<typeof bearer>;
        await problemIn(await ask(route, upload.id, { method, headers }), status, name);
      }
      if (method === "GET") continue;
      const headers = { ...own, ...foreign } as unknown as ReturnType<typeof bearer>;
      await problemIn(await ask(route, upload.id, { method, headers }), 403, "foreign-origin");
    }
    expect(await uploadIn(await ask(getUpload, upload.id), 200)).toEqual(upload);
  });
});
