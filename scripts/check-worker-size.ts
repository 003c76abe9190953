import { bundleWorker } from './bundle-worker.ts';

/** Cloudflare's limit of the free plan, compressed; paid plans have 10 MB. */
const MAX_COMPRESSED_BYTES = 3 * 1024 * 1024;

const { bytes, compressedBytes } = await bundleWorker();
const size = `The Worker is ${kib(bytes)}, ${kib(compressedBytes)} compressed, of ${kib(MAX_COMPRESSED_BYTES)}`;
process.stdout.write(`${size}\n`);
if (compressedBytes > MAX_COMPRESSED_BYTES) {
  process.stderr.write(
    `${size}: Cloudflare will not take it. Find what grew with \`npx wrangler deploy --dry-run --metafile\`.\n`,
  );
  process.exitCode = 1;
}

function kib(size: number): string {
  return `${Math.ceil(size / 1024).toLocaleString('en')} KiB`;
}
