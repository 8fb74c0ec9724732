/* The behaviour of the frame. Each module minds one thing and finds its elements by data attributes. */

import "./answers.js";
import "./cell-labels.js";
import "./choosing.js";
import "./confirm.js";
import "./drafts.js";
import "./forms.js";
import "./keyboard.js";
import "./lists.js";
import "./palette.js";
import "./progress.js";
import "./screen-lock.js";
import "./scrollable.js";
import "./theme.js";
import "./unit-picker.js";

if (document.querySelector("[data-chart]")) import("./charts.js");
