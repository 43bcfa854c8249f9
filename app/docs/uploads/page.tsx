import type { Metadata } from "next";
import Link from "next/link";
import { UPLOAD_PROBLEMS } from "../../../lib/api/upload-problems.ts";
import { PAGE, UPLOAD_STANDINGS } from "../../../lib/api/uploads.ts";
import { writeCsv } from "../../../lib/csv/write-csv.ts";
import { LIMIT_VARIABLES } from "../../../lib/env.ts";
import type { LimitName } from "../../../lib/uploads/read/limits.ts";
import { listedRules } from "../../../lib/uploads/rules.ts";
import { listedSettings } from "../../../lib/uploads/setting-list.ts";
import { TEMPLATES } from "../../../lib/uploads/templates.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { environment } from "../../_data/environment.ts";
import { Command } from "./_components/command.tsx";
import { LookUp } from "./_components/look-up.tsx";
import { Section } from "./_components/section.tsx";
import { ADDRESSES, FIELDS, LIMIT_WORDS } from "./reference.ts";
import { IN_ONE_CALL, walkThrough } from "./walk-through.ts";
import "./docs.css";

export const metadata: Metadata = { title: "Uploading by script" };

/** How a script sends files, reads what is wrong and what would change, and commits. */
export default function UploadDocsPage() {
  return (
    <>
      <PageHead title="Uploading by script">
        A script can do all that an editor does on the upload page: send a file, see what is wrong and what
        would change, and commit it as a revision that can be rolled back.
      </PageHead>
      <Layouts />
      <WalkThrough />
      <Reference />
      <WhatGoesWrong />
    </>
  );
}

function Layouts() {
  return (
    <Section
      id="layouts"
      title="How a file may be laid out"
      intro="CSV, TSV, XLSX, or a Frictionless data package as a zip. What the columns mean is proposed from their headers and the codes of the series; settings say it where that is not enough."
    >
      <div className="layouts">
        {TEMPLATES.map(({ name, title, says, rows }) => (
          <div key={name}>
            <h3>{title}</h3>
            <p className="remark">
              <code>{name}</code>: {says}
            </p>
            <Command label={`Layout ${name}`}>{writeCsv(rows).replaceAll("\r\n", "\n")}</Command>
          </div>
        ))}
      </div>
    </Section>
  );
}

function WalkThrough() {
  const { BUBBLESCOPE_URL, BUBBLESCOPE_ADDRESS } = environment();
  const address = BUBBLESCOPE_URL ?? BUBBLESCOPE_ADDRESS ?? "http://localhost:3000";
  return (
    <Section
      id="walk-through"
      title="From a file to a revision"
      intro={
        <>
          With curl 7.76 or later, in one shell. Keys are made under{" "}
          <Link href="/admin/keys" prefetch={false}>
            API keys
          </Link>
          , and revisions are rolled back under{" "}
          <Link href="/admin/revisions" prefetch={false}>
            Revisions
          </Link>
          .
        </>
      }
    >
      <ol className="walk-through">
        {walkThrough(address).map(({ title, says, command }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{says}</p>
            <Command label={title}>{command}</Command>
          </li>
        ))}
      </ol>
      <h3 id="in-one-call">All of it in one call</h3>
      <p className="section-intro">
        For a script that runs by itself: it commits only if there are no errors, and any other outcome is a
        status of 400 or above, at which curl ends with an error. Sent again, the same file is nothing to do.
        A commit that takes longer than the wait goes on by itself: 202, and its upload says what became of
        it.
      </p>
      <Command label="All of it in one call">{IN_ONE_CALL}</Command>
    </Section>
  );
}

function Reference() {
  const { uploadLimits } = environment();
  return (
    <>
      <Section
        id="addresses"
        title="Addresses"
        intro={`A key is sent as Authorization: Bearer, and acts for whoever made it. Lists hold ${PAGE.usual} entries unless limit says otherwise, at most ${PAGE.most.toLocaleString("en-GB")}; next leads to the rest.`}
      >
        <LookUp title="Table of addresses" columns={["Call", "Scope", "What it does"]} rows={ADDRESSES} />
        <h3>What comes with a file</h3>
        <LookUp title="Table of fields" columns={["Field", "Meaning"]} rows={FIELDS} />
        <h3>How an upload stands</h3>
        <LookUp
          title="Table of states"
          columns={["State", "Meaning"]}
          rows={Object.entries(UPLOAD_STANDINGS)}
        />
      </Section>
      <Section
        id="settings"
        title="Settings"
        intro={
          <>
            All of them may be left out; what is to be given is so only with the rest of its part. A name such
            as <code>reading.sheet</code> stands for <code>{'{"reading":{"sheet":…}}'}</code>. Columns are
            named by their headers, and rows counted as a spreadsheet does, the first being 1.
          </>
        }
      >
        <LookUp
          title="Table of settings"
          columns={["Setting", "Meaning", "Takes", "Unless said"]}
          rows={listedSettings().map(({ path, means, takes, usual }) => [
            path,
            means,
            takes,
            usual === null ? "to be given" : <code key="usual">{usual}</code>,
          ])}
        />
      </Section>
      <Section
        id="limits"
        title="Limits"
        intro="As they are on this server. Whoever runs it sets them by these variables."
      >
        <LookUp
          title="Table of limits"
          columns={["Variable", "Limit", "At most"]}
          rows={(Object.keys(LIMIT_VARIABLES) as LimitName[]).map((name) => [
            LIMIT_VARIABLES[name],
            LIMIT_WORDS[name],
            uploadLimits[name].toLocaleString("en-GB"),
          ])}
        />
      </Section>
    </>
  );
}

function WhatGoesWrong() {
  return (
    <>
      <Section
        id="problems"
        title="When a call is refused"
        intro={
          <>
            The answer is <code>application/problem+json</code>. Its type is{" "}
            <code>urn:bubblescope:problem:</code> and one of these names, its detail says what is the matter
            in this case, and upload says how the upload stands. Calls without a key, or with one that may
            not, are refused as <code>signed-out</code>, <code>key-unknown</code> (401),{" "}
            <code>key-scope</code> or <code>role</code> (403).
          </>
        }
      >
        <LookUp
          title="Table of problems"
          columns={["Name", "Status", "Meaning", "What to do"]}
          rows={Object.entries(UPLOAD_PROBLEMS).map(([name, { status, title, remedy }]) => [
            name,
            status,
            title,
            remedy,
          ])}
        />
      </Section>
      <Section
        id="rules"
        title="What is checked in a file"
        intro="An error keeps its value, its row or the file out of a commit; a warning is to be weighed."
      >
        <LookUp
          title="Table of rules"
          columns={["Rule", "Severity", "What is said of the value", "What to do"]}
          rows={listedRules().map(({ rule, severity, says, remedy }) => [rule, severity, says, remedy])}
        />
      </Section>
    </>
  );
}
