import { ENGINE_REVISION } from '../engine-revision.ts';

/** Thrown on replaying an entry that was decided under rules which this program does not know yet: nobody tampered. */
export class NewerEngine extends Error {
  constructor(seq: number, engine: number) {
    super(
      `entry ${seq} was decided under revision ${engine} of the engine, and this program knows ${ENGINE_REVISION}: this journal was written by a newer Parley; upgrade`,
    );
  }
}
