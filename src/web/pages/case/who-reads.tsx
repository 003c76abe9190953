/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

interface Props {
  /** Kept from whoever decides the case. */
  readonly isPrivileged: boolean;
  readonly children?: Child;
}

/** Who can read this: stands above every box where someone writes. */
export function WhoReads({ isPrivileged, children }: Props) {
  return (
    <div class={isPrivileged ? 'who' : 'who open'}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={isPrivileged ? LOCK : EYE} />
      </svg>
      <div>{children}</div>
    </div>
  );
}

const LOCK = 'M6 10V7a6 6 0 1 1 12 0v3h1v11H5V10zm3 0h6V7a3 3 0 0 0-6 0z';
const EYE = 'M12 5c5 0 8.500 4 10 7-1.500 3-5 7-10 7s-8.500-4-10-7c1.500-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z';
