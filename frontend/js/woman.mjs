import { Checkboxes } from "nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import { Radios } from "nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs";

import { readAloud } from "./aloud.mjs";
import { sendWhenDone } from "./patience.mjs";
import { printOnDemand } from "./print.mjs";
import { awaken, start } from "./start.mjs";
import { keepWhatSheTypes } from "./woman/keeping.mjs";
import { countLetters } from "./woman/letters.mjs";
import { getReady } from "./woman/ready.mjs";
import { keepSending } from "./woman/sending.mjs";

// The page without a signal is made of the same: its script takes these from here, so that nothing travels twice.
export { dropDraft } from "./woman/drafts.mjs";
export { fill, isChosen, told, withoutChoices } from "./woman/fields.mjs";
export { Keeper } from "./woman/keeping.mjs";
export { lettersLeft } from "./woman/letters.mjs";
export { refresh, show, wasTold } from "./woman/notices.mjs";
export { change } from "./woman/post.mjs";
export { send } from "./woman/sending.mjs";

const COMPONENTS = [Checkboxes, ErrorSummary, Radios];

/** Bring a part that has come into the page to life. */
export const bringToLife = (part) => {
  awaken(COMPONENTS, part);
  countLetters(part);
  readAloud(part);
};

start(COMPONENTS);
countLetters(document);
readAloud(document);
printOnDemand();
sendWhenDone();
// A phone that belongs to a ward keeps nothing of anybody.
if (!document.querySelector("[data-kiosk]")) {
  keepWhatSheTypes();
  getReady();
  keepSending();
}
