/**
 * Which characters a font can show: the code points of its `cmap` table (OpenType formats 4 and 12, which every font of today has).
 *
 * @throws when the bytes are no OpenType font.
 */
export function fontCoverage(font: Buffer): Set<number> {
  const at = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  for (let n = 0; n < font.readUInt16BE(at + 2); n += 1) {
    const subtable = at + font.readUInt32BE(at + 4 + n * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 12) addGroups(font, subtable, covered);
    if (format === 4) addSegments(font, subtable, covered);
  }
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const entry = 12 + n * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag} table; is it a TrueType or OpenType file?`);
}

function addGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  for (let n = 0; n < font.readUInt32BE(subtable + 12); n += 1) {
    const group = subtable + 16 + n * 12;
    const end = font.readUInt32BE(group + 4);
    for (let point = font.readUInt32BE(group); point <= end; point += 1) covered.add(point);
  }
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets, each `segments` long. */
function addSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const size = font.readUInt16BE(subtable + 6);
  for (let n = 0; n < size; n += 2) {
    const end = font.readUInt16BE(subtable + 14 + n);
    const start = font.readUInt16BE(subtable + 16 + size + n);
    const offsetAt = subtable + 16 + size * 3 + n;
    const offset = font.readUInt16BE(offsetAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const isShown = offset === 0 || font.readUInt16BE(offsetAt + offset + (point - start) * 2) !== 0;
      if (isShown) covered.add(point);
    }
  }
}
