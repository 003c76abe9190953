/** A control's label, which can be the title of its page. */
export function labelled(label: string, isHeading: boolean) {
  return { label, isPageHeading: isHeading, labelClass: isHeading ? 'govuk-label--l' : undefined };
}

/** The same for controls that answer one question together. */
export function legendOf(legend: string, isHeading: boolean) {
  return { legend, isPageHeading: isHeading, legendClass: isHeading ? 'govuk-fieldset__legend--l' : undefined };
}
