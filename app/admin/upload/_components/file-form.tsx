"use client";

import { type DragEvent, useRef, useState } from "react";

/**
 * Sends a file or a pasted table, as a plain form. With JavaScript a file may be dropped on it, and the form says that it
 * is on its way.
 */
export function FileForm() {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isSending, setSending] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    input.current.form?.requestSubmit();
  }

  return (
    <form
      className="stacked-form file-form"
      action="/admin/upload/receive"
      method="post"
      encType="multipart/form-data"
      aria-label="Send a table"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onSubmit={() => setSending(true)}
    >
      <div className="labelled">
        <label htmlFor="upload-file">File</label>
        <p className="hint" id="upload-file-hint">
          Choose a file<span className="needs-script">, or drop one here</span>.
        </p>
        <input
          ref={input}
          className="field"
          id="upload-file"
          name="file"
          type="file"
          aria-describedby="upload-file-hint"
          accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.zip"
        />
      </div>
      <div className="labelled">
        <label htmlFor="upload-table">Or paste a table</label>
        <p className="hint" id="upload-table-hint">
          Copied from a spreadsheet, with its header.
        </p>
        <textarea
          className="field code"
          id="upload-table"
          name="table"
          rows={6}
          spellCheck={false}
          aria-describedby="upload-table-hint"
        />
      </div>
      <button className="button lead" type="submit" aria-disabled={isSending || undefined}>
        {isSending ? "Sending…" : "Send and read it"}
      </button>
    </form>
  );
}
