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

// Everything works without this script. It counts characters, shows questions when they apply, moves the focus to what is
// wrong, takes a second press of a button for none, and leaves the page at three presses of Shift.
// govuk-frontend starts nothing in a body without these classes; whatever runs modules is new enough for it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage]) createAll(component);
for (const component of [NotificationBanner, Radios, ServiceNavigation, SkipLink]) createAll(component);
