import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { tellOfNews } from './tell-of-news.ts';
import { showUploadProgress } from './upload-progress.ts';

// Everything works without this script. It counts characters, shows questions when they apply, moves the focus to what is
// wrong, takes a second press of a button for none, leaves the page at three presses of Shift, shows how far
// files are, and says that there is something new in the talks.
// govuk-frontend starts nothing in a body without these classes; whatever runs modules is new enough for it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
const PARTS = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
];

start(document.body);

function start(within: Element): void {
  for (const part of PARTS) createAll(part, {}, within);
  for (const form of within.querySelectorAll('form')) showUploadProgress(form, start);
  for (const panel of within.querySelectorAll<HTMLElement>('[data-news]')) tellOfNews(panel);
}
