/** @jsxImportSource hono/jsx */
import { squareCode } from '../../app/square-code.ts';

/** Cells that a reader must find light around the code (ISO/IEC 18004). */
const QUIET = 4;

interface Props {
  /** What the camera reads: an address. */
  readonly text: string;
  /** What the picture is for, for those who do not see it. The address itself must stand beside it. */
  readonly label: string;
}

/** An address as a square (QR) code, dark on white in every theme and on paper. */
export function SquareCode({ text, label }: Props) {
  const { size, rows } = squareCode(text);
  const side = size + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => row.map(([from, length]) => `M${from + QUIET} ${y + QUIET}h${length}v1h-${length}z`))
    .join('');
  return (
    <svg class="square-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
