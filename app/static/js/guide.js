// The guide's panel: it opens and folds, says what is new, and keeps what is being typed or chosen in it.
const guide = document.getElementById("guide");
const now = document.getElementById("guide-now");
const fold = document.getElementById("guide-fold");
const narrow = window.matchMedia("(max-width: 999px)");
const page = document.documentElement;
let told = null;
let kept = { open: [], had: false };

function session(act) {
  try {
    return act(window.sessionStorage);
  } catch {
    return null; // a browser that keeps nothing
  }
}

const head = () => document.getElementById("guide-head");
const words = (selector) => [...now.querySelectorAll(selector)].map((part) => part.textContent.trim()).join(" ");

/** What is new goes to whoever listens, and into the bar of a folded guide; true where something is. */
function tell() {
  const data = head() && head().dataset;
  if (!data) return false;
  const praise = words(".praise");
  const feedback = `${words(".private-note")} ${words(".feedback")}`.trim();
  const lead = words("#guide-lead");
  const bar = document.getElementById("guide-bar");
  if (bar) bar.textContent = feedback || `${praise ? "Well done. " : ""}${lead}`;
  const isNew = told !== null && told !== data.news;
  if (isNew) {
    document.getElementById("guide-said").textContent = `${praise} ${feedback} ${lead} ${words(".hint-card")}`.trim();
    guide.classList.add("news");
    setTimeout(() => guide.classList.remove("news"), 1500);
  }
  told = data.news;
  return isNew;
}

function foldAway() {
  if (!fold) return;
  const wish = session((store) => store.getItem("guide"));
  const waiting = head() && head().dataset.state === "waiting";
  fold.open = !narrow.matches || (wish ? wish === "open" : !waiting);
  page.classList.toggle("guide-open", fold.open);
}

/** Fold the guide away on a small screen, so that the page can be seen. */
fledge.closeGuide = () => {
  if (!fold || !narrow.matches) return;
  fold.open = false;
  page.classList.remove("guide-open");
};

fledge.openGuide = () => {
  if (fold) fold.open = true;
};

/** What was open stays open, words that are being typed are left alone; after news one begins to read at its start. */
function settle(isNew) {
  for (const id of kept.open) {
    const part = document.getElementById(id);
    if (part && !(isNew && id === "guide-menu")) part.open = true;
  }
  const writes = now.contains(document.activeElement) && document.activeElement.matches("textarea");
  if (!isNew || writes) return;
  now.scrollTop = guide.parentElement.scrollTop = 0;
  page.classList.remove("in-guide");
  if (kept.had) now.focus({ preventScroll: true });
}

/** A reflection comes back after a reload, or when the same question is asked for anew. */
function restore() {
  for (const area of now.querySelectorAll(".reflect textarea")) {
    const typed = session((store) => store.getItem(draft(area)));
    if (typed && area.value === area.defaultValue) area.value = typed;
  }
}

const draft = (area) => `draft:${document.body.dataset.me}:${area.form.id}`;

function begin() {
  now.tabIndex = -1;
  page.classList.add("guided");
  foldAway();
  narrow.addEventListener("change", foldAway);
  restore();
  tell();
}

if (now) begin();

if (fold) {
  fold.addEventListener("toggle", () => page.classList.toggle("guide-open", fold.open));
  fold.querySelector("summary").addEventListener("click", () => {
    if (narrow.matches) session((store) => store.setItem("guide", fold.open ? "folded" : "open"));
  });
}

// The menu unfolds below what can be seen of a small guide.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.id === "guide-menu" && target.open) target.scrollIntoView({ block: "nearest" });
  },
  true,
);

const inside = (event) => now && event.target.nodeType === 1 && guide.contains(event.target);

document.addEventListener("htmx:before:swap", (event) => {
  if (!inside(event)) return;
  const open = [...now.querySelectorAll("details[open]")].map(({ id }) => id);
  kept = { open, had: now.contains(document.activeElement) };
});

document.addEventListener("htmx:after:settle", (event) => {
  if (!inside(event)) return;
  restore();
  settle(tell());
});

document.addEventListener("input", (event) => {
  if (!inside(event) || !event.target.matches(".reflect textarea")) return;
  session((store) => store.setItem(draft(event.target), event.target.value));
  event.target.form.querySelector(".problem").replaceChildren();
});

document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = event.detail;
  if (!now || !ctx || ctx.request.method !== "POST" || !ctx.response || ctx.response.status >= 400) return;
  if (event.target.matches && event.target.matches(".reflect")) {
    session((store) => store.removeItem(draft(event.target.elements.text)));
  }
  // What was just done may have been what the step asks for; the stream says so too, a moment later.
  const asks = /^\/(guide|tweets\/(count|audience|notes))/;
  if (!asks.test(ctx.request.action)) window.htmx.trigger(document.body, "guide:look");
});
