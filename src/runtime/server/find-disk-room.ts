import { statfs } from 'node:fs/promises';

/** Below it nothing that is large is taken any more, and operators should have known for long. */
const MIN_FREE_BYTES = 128 * 1024 * 1024;

/** @throws when the disk that a folder lies on is nearly full */
export async function findDiskRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < MIN_FREE_BYTES) throw new Error(`the disk of ${folder} is nearly full; make room`);
}
