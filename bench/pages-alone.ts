import { reportPages } from './report-pages.ts';

await reportPages(process.argv.includes('--smoke'));
