import { CharacterCount } from "nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs";
import { Checkboxes } from "nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import { Radios } from "nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs";

import { hideWords } from "./hiding.mjs";
import { holdWhileHere } from "./hold.mjs";
import { keepUpToDate } from "./live.mjs";
import { sendWhenDone } from "./patience.mjs";
import { printOnDemand } from "./print.mjs";
import { listenForShortcuts } from "./shortcuts.mjs";
import { start } from "./start.mjs";

start([CharacterCount, Checkboxes, ErrorSummary, Radios]);
listenForShortcuts();
keepUpToDate();
hideWords();
holdWhileHere();
printOnDemand();
sendWhenDone();
