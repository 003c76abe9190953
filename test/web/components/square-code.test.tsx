/** @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest';
import { squareCode } from '../../../src/app/square-code.ts';
import { SquareCode } from '../../../src/web/components/square-code.tsx';

const ADDRESS = 'https://tribunal.example/n';

describe('a square code on a page', () => {
  const svg = String(<SquareCode text={ADDRESS} label={'An "address" & <more>'} />);

  it('tells those who do not see it what it is, and shows markup to nobody', () => {
    expect(svg).toContain('role="img" aria-label="An &quot;address&quot; &amp; &lt;more&gt;"');
  });

  it('leaves the light margin that a camera needs', () => {
    const { size, rows } = squareCode(ADDRESS);
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
    expect(svg).toContain(`d="M4 4h${rows[0]?.[0]?.[1]}v1h-7z`);
  });

  it('is drawn without style sheets of its own, which pages refuse', () => {
    expect(svg).not.toMatch(/style=|<style/);
  });
});
