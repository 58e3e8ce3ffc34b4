// Starts the given NHS components and what every page has. Pages work without any of this.

import { sendOnce } from "./once.mjs";

/** Start the components in a part of the page. */
export const awaken = (components, part = document) => {
  for (const Component of components) {
    for (const element of part.querySelectorAll(`[data-module="${Component.moduleName}"]`)) new Component(element);
  }
};

export const start = (components) => {
  document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
  awaken(components);
  sendOnce();
};
