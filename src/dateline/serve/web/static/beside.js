// On a wide window a claim's sources open beside it. Without this they open below it.
"use strict";

const side = document.querySelector("#beside");
const wide = matchMedia("(min-width: 70rem)");
const place = side.querySelector("[aria-live]");
const note = side.querySelector(".note");
let chosen = null;

function clear() {
  if (chosen) chosen.classList.remove("chosen");
  chosen = null;
  place.replaceChildren();
  note.hidden = false;
}

function show(details) {
  clear();
  chosen = details;
  chosen.classList.add("chosen");
  note.hidden = true;
  place.replaceChildren(...details.querySelector(".opens").cloneNode(true).childNodes);
  side.scrollTop = 0;
}

function fit() {
  side.hidden = !wide.matches;
  if (!wide.matches) clear();
}

document.addEventListener("click", (event) => {
  const summary = event.target.closest("details.sources > summary");
  if (!summary || !wide.matches) return;
  event.preventDefault();
  if (summary.parentElement === chosen) clear();
  else show(summary.parentElement);
});

wide.addEventListener("change", fit);
fit();
