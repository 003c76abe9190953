/** @jsxImportSource hono/jsx */

interface Props {
  readonly id: string;
  readonly label: string;
  /** What is said while they go: `{percent}` stands for how much. */
  readonly sent: string;
  /** What is said when all have arrived. */
  readonly looking: string;
  /** What is said when the connection broke. */
  readonly lost: string;
}

/** How far the files of a form have gone: shown by a script, and never without one. */
export function UploadProgress({ id, label, sent, looking, lost }: Props) {
  return (
    <div class="upload" data-upload data-sent={sent} data-looking={looking} data-lost={lost} hidden>
      <div>
        <label class="govuk-label" for={id}>
          {label}
        </label>
        <progress id={id} max="100" value="0" />
      </div>
      <p role="status" class="quiet" />
    </div>
  );
}
