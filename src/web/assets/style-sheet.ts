import { CASE_STYLES } from './case-styles.ts';

/** The look of the pages: paper and ink, one brand colour. A tribunal's theme is the variables at the top. */
export const STYLE_SHEET = `
:root {
  --ink: #16202e; --paper: #fff; --wash: #f5f3ee; --brand: #0a4b5c; --brand-deep: #062f3a; --quiet: #4d5866;
  --line: #d9d4c8; --ok: #1f6b3a; --late: #a3281c; --code: #eef1f3; --radius: 6px; --read: 42rem;
  --font: "BC Sans", "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink); font: 1.0625rem/1.55 var(--font); overflow-wrap: anywhere; }
a { color: var(--brand); }
:focus-visible { outline: 3px solid #ffbf47; outline-offset: 0; box-shadow: 0 0 0 5px var(--ink); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem .8rem; z-index: 2; }
.bar { background: var(--brand-deep); color: #fff; }
.bar div { max-width: 70rem; margin: auto; padding: .75rem 1rem; display: flex; gap: 1.25rem; align-items: center; flex-wrap: wrap; }
.bar a { color: #fff; text-decoration: none; }
.bar a:hover { text-decoration: underline; }
.bar .name { font-weight: 700; font-size: 1.1rem; margin-right: auto; display: flex; gap: .6rem; align-items: center; }
.mark { width: 1.6rem; height: 1.6rem; flex: none; }
main { max-width: 70rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .25rem 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
p, ul.plain { max-width: var(--read); }
.lead { font-size: 1.15rem; }
.quiet { color: var(--quiet); font-size: .95rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.25rem; margin: 0 0 1rem; }
.card > :first-child { margin-top: 0; } .card > :last-child { margin-bottom: 0; }
.note { background: #fbeed3; border: 1px solid #e3c88d; border-radius: var(--radius); padding: .7rem 1rem; max-width: none; }
.grid { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.grid li { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: .8rem 1rem; }
.grid b, .grid a { font-weight: 700; }
.grid p { margin: .2rem 0 .6rem; } .grid p:last-child { margin-bottom: 0; }
button { background: var(--brand); color: #fff; font: 600 1rem/1 var(--font); padding: .7rem 1rem; border: 0; border-radius: 4px; box-shadow: 0 3px 0 var(--brand-deep); cursor: pointer; }
.grid button { background: #fff; color: var(--brand); box-shadow: inset 0 0 0 2px var(--brand); }
input { font: inherit; padding: .5rem .6rem; border: 2px solid var(--ink); border-radius: 0; width: 10rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
.row { display: flex; gap: .75rem; align-items: end; flex-wrap: wrap; }
pre { background: #10212b; color: #e9f1f3; padding: .9rem 1rem; border-radius: var(--radius); overflow-x: auto; font: .875rem/1.5 var(--mono); margin: .5rem 0 1rem; overflow-wrap: normal; }
code { font-family: var(--mono); font-size: .9em; background: var(--code); border-radius: 4px; padding: .05rem .3rem; }
pre code { background: none; padding: 0; font-size: 1em; }
table { border-collapse: collapse; width: 100%; background: var(--paper); font-size: .97rem; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { overflow-wrap: normal; } td code, td a { overflow-wrap: anywhere; }
th { text-align: left; font-size: .88rem; color: var(--quiet); border-bottom: 2px solid var(--ink); padding: .45rem .6rem; }
td { border-bottom: 1px solid var(--line); padding: .5rem .6rem; vertical-align: top; }
.method { display: inline-block; min-width: 3.6rem; font: 700 .85rem/1.6 var(--mono); text-align: center; border-radius: 4px; background: #e6eef0; color: var(--brand-deep); padding: 0 .4rem; margin-right: .5rem; }
.method.post, .method.put { background: #dfeee3; color: #174f2b; } .method.delete { background: #f8e2df; color: #7d1c12; }
.two { display: grid; gap: 2rem; } .two > * { min-width: 0; }
.two nav ul { list-style: none; margin: 0 0 1rem; padding: 0; font-size: .95rem; }
.two nav li { margin: .25rem 0; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; }
@media (min-width: 60rem) {
  .two { grid-template-columns: 16rem minmax(0, 1fr); }
  .two nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
@media (max-width: 40rem) {
  table.cards thead { position: absolute; left: -999rem; }
  table.cards, .cards caption, .cards tbody, .cards tr, .cards td { display: block; }
  .cards tr { border: 1px solid var(--line); border-radius: var(--radius); margin: 0 0 .75rem; padding: .4rem .2rem; }
  .cards td { border: 0; padding: .2rem .8rem; }
}
${CASE_STYLES}
@media print { .bar, nav, form { display: none; } body { background: #fff; } }
`.trim();
