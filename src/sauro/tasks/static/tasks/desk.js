/* The directive desk. Each module minds one thing; this one starts them. */

import { start as startCards } from "./desk-cards.js";
import { start as startDocument } from "./desk-document.js";
import { start as startDeeds } from "./desk-deeds.js";
import { start as startKeys } from "./desk-keys.js";
import { start as startOriginal } from "./desk-original.js";
import { start as startPresence } from "./desk-presence.js";
import { start as startQueue } from "./desk-queue.js";
import { start as startSearch } from "./desk-search.js";

startCards();
startDocument();
startDeeds();
startQueue();
startKeys();
startSearch();
startOriginal();
startPresence();
document.querySelector("[data-desk]").dataset.ready = "1";
