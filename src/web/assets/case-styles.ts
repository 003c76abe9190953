/** Cases and forms: the one thing to do now stands out; everything else is paper. */
export const CASE_STYLES = `
.bar form { margin: 0; } .bar button { background: none; box-shadow: none; padding: 0; font-weight: 400; font-size: inherit; line-height: inherit; }
.bar button:hover { text-decoration: underline; }
.cap { margin: 0; }
.btn { display: inline-block; background: var(--brand); color: #fff; font: 600 1.0625rem/1.25 var(--font); padding: .7rem 1.2rem; border-radius: 4px; text-decoration: none; box-shadow: 0 3px 0 var(--brand-deep); }
button.plain { background: #fff; color: var(--brand); box-shadow: inset 0 0 0 2px var(--brand); }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-top: 1.25rem; }
.turn { border: 0; border-left: 8px solid var(--brand); box-shadow: 0 1px 0 var(--line), 0 6px 20px #16202e12; }
.turn h2 { margin: .1rem 0 .35rem; font-size: 1.4rem; } .turn .by { font-weight: 700; }
.done { background: #dfeee3; border-left: 8px solid var(--ok); border-radius: var(--radius); padding: .7rem 1rem; margin: 0 0 1rem; }
.done h2, .note h2 { margin: 0; } .done p, .note p { margin: .2rem 0 0; }
summary { cursor: pointer; color: var(--brand); text-decoration: underline; padding: .2rem 0; }
.why p { border-left: 4px solid var(--line); padding-left: .9rem; margin: .6rem 0; }
.stages { list-style: none; margin: 1rem 0 1.25rem; padding: 0; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 12rem); gap: .4rem; }
.stages li { border-top: 5px solid var(--ok); padding-top: .4rem; font-size: .92rem; color: var(--quiet); }
.stages .now { border-color: var(--brand); color: var(--ink); font-weight: 700; }
.stage-now { display: none; }
.tasks, .rows { list-style: none; padding: .2rem 1.25rem; }
.tasks li, .rows li { padding: .8rem 0; border-top: 1px solid var(--line); }
.tasks li { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; }
.tasks li:first-child, .rows li:first-child { border-top: 0; }
.tasks p, .rows p { margin: .15rem 0 0; }
.tag { display: inline-block; font-size: .85rem; font-weight: 600; padding: .1rem .55rem; border-radius: 99px; background: #e6eef0; color: var(--brand-deep); }
.tag.soon { background: #fbeed3; color: #6b4608; }
.who { background: #fbeed3; border: 1px solid #e3c88d; border-radius: var(--radius); padding: .5rem .9rem; }
.offer { border: 2px solid var(--brand); } .text { white-space: pre-line; } .msg { max-width: 34rem; }
.order .text { font-family: "Source Serif 4", Charter, Georgia, serif; font-size: 1.1rem; }
.terms { margin: .5rem 0; } .terms div { padding: .35rem 0; } .terms dt { color: var(--quiet); font-size: .95rem; } .terms dd { margin: 0; white-space: pre-line; }
.errors { border: 4px solid var(--late); border-radius: var(--radius); background: #fff; padding: .8rem 1.1rem; margin: 0 0 1.25rem; }
.errors h2 { margin: 0 0 .3rem; } .errors ul { margin: 0; padding-left: 1.2rem; } .errors a, .error { color: var(--late); font-weight: 600; }
.field { margin: 1.25rem 0; max-width: var(--read); } .field.wrong { border-left: 5px solid var(--late); padding-left: .9rem; }
.field input:not([type=radio], [type=checkbox]), textarea, select { font: inherit; width: 100%; padding: .5rem .6rem; border: 2px solid var(--ink); border-radius: 0; background: #fff; color: var(--ink); }
.field input.narrow { max-width: 13rem; } .field input[type=file] { border-width: 1px; }
.hint, .error { margin: 0 0 .4rem; } .hint { color: var(--quiet); font-size: .97rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; } legend { font-weight: 600; padding: 0; margin-bottom: .25rem; }
.person { border-top: 1px solid var(--line); margin: 1.5rem 0 0; padding-top: 1rem; } .person legend { font-size: 1.25rem; padding-right: .6rem; float: left; width: 100%; }
.person legend + * { clear: both; }
.option { display: flex; gap: .7rem; align-items: flex-start; font-weight: 400; padding: .4rem 0; cursor: pointer; }
.option input { width: 1.5rem; height: 1.5rem; margin: 0; flex: none; accent-color: var(--brand); }
.line { margin: .5rem 0; }
.only-if { border-left: 4px solid var(--line); padding-left: 1rem; } .condition { font-weight: 600; margin-bottom: 0; }
@media (max-width: 40rem) { .stages li { font-size: 0; padding: 0; } .stage-now { display: block; margin: -.9rem 0 1.2rem; font-weight: 700; } .tasks li { flex-wrap: wrap; gap: .3rem; } }
`.trim();
