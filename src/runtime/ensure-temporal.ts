// Node 26 has Temporal; where an older one serves (the pinned Node exists for Linux alone), the polyfill stands in, at half the speed.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
