/**
 * Who may read a row of a case. Every row of every part carries one, and every read names the audiences its viewer
 * belongs to: `audiencesOf` is the one place that decides which.
 *
 * - `case`: the parties and the tribunal
 * - `party:<id>`: that party (and who acts for them), and the tribunal
 * - `tribunal`: the tribunal's staff; `sealed`: the registry alone
 * - `room`: privileged: the parties who take part in the talks and the facilitator of the case, never a member
 * - `caucus:<party id>`: privileged: that party and the facilitator of the case
 * - `own:<party id>`: privileged: that party and who acts for it; not who helps it
 * - `held:<party id>`: privileged: that party and all who stand beside it, of a file that waits for the virus scanner
 * - `confided`: privileged: the registry alone, and nobody there who may come to decide
 */
export type Audience =
  | 'case'
  | 'tribunal'
  | 'sealed'
  | 'room'
  | 'confided'
  | `party:${string}`
  | `caucus:${string}`
  | `own:${string}`
  | `held:${string}`;

/** Without prejudice: hidden from whoever decides, in every list, count, search, export, notice and log. */
export function isPrivileged(audience: Audience): boolean {
  return audience === 'room' || audience === 'confided' || /^(caucus|own|held):/.test(audience);
}
