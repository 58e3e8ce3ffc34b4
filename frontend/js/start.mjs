// Starts the given NHS components and what every page has. Pages work without any of this.

import { sendOnce } from "./once.mjs";

export const start = (components) => {
  document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
  for (const Component of components) {
    for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) new Component(element);
  }
  sendOnce();
};
