// Show me: a ring round the place that the guide means, or in words where it is when this page does not have it.
const RING = 6000; // ms

const named = (anchor) => [...document.querySelectorAll(`[data-anchor="${CSS.escape(anchor)}"]`)];
const fold = (place) => {
  const details = place.parentElement.closest("details:not([open])");
  return details && place.closest("summary") !== details.querySelector("summary") ? details : null;
};
const seen = (place) => place.getClientRects().length > 0 && !fold(place);
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The first such place that can be seen, nearest to what is on the screen; a folded menu is opened for it. */
function find(anchor) {
  const places = named(anchor);
  const open = places.filter(seen);
  const onScreen = open.find((place) => {
    const { top, bottom } = place.getBoundingClientRect();
    return top > 90 && bottom < window.innerHeight;
  });
  if (open.length) return onScreen || open[0];
  const folded = places.find((place) => fold(place) && seen(fold(place)));
  if (folded) fold(folded).open = true;
  return folded;
}

function ring(place) {
  for (const other of document.querySelectorAll(".shown-here")) other.classList.remove("shown-here");
  place.classList.add("shown-here");
  place.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  if (place.matches("a[href], button, input, textarea, summary")) place.focus({ preventScroll: true });
  setTimeout(() => place.classList.remove("shown-here"), RING);
}

function show(anchor) {
  const place = find(anchor);
  if (place) ring(place);
  return Boolean(place);
}

function sayWhere(link) {
  const { show: anchor, page, name } = link.dataset;
  const line = document.createElement("p");
  line.className = "elsewhere";
  line.setAttribute("role", "status");
  line.append(`That is on ${name || "another page"}. `);
  const there = document.createElement("a");
  there.href = `${page || "/home"}#show-${anchor}`;
  there.textContent = "Go there";
  line.append(there);
  const before = link.parentElement.querySelector(".elsewhere");
  if (before) before.remove();
  link.after(line);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[data-show]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  setTimeout(() => {
    // A menu that was opened for it would be closed again by this very press.
    fledge.closeGuide();
    if (show(link.dataset.show)) return;
    fledge.openGuide();
    sayWhere(link);
  });
});

function arrived() {
  const asked = /^#show-([a-z-]+)$/.exec(window.location.hash);
  if (!asked) return;
  if (fledge.closeGuide) fledge.closeGuide();
  show(asked[1]);
}

document.addEventListener("DOMContentLoaded", arrived);
window.addEventListener("hashchange", arrived);
