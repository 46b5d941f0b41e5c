// Opens and closes the boxes where people write: on Home, under a Tweet, in a window over any other page.
const begun = new WeakSet();
const boxes = (root) => [...root.querySelectorAll("form.composer"), ...(root.matches("form.composer") ? [root] : [])];
const alone = ["/compose", "/tweets", "/tweets/pictures"].includes(location.pathname); // the box is the page
const REPLY = '[data-anchor="reply-button"]';
const QUOTE = '[data-anchor="quote-button"]';
const OPENERS = `${REPLY}, ${QUOTE}`;
const opener = (form) => (form.elements.quote_of ? QUOTE : REPLY);
const isFor = (event, selector) => event.target.closest && event.target.closest(selector);

function begin(form) {
  if (begun.has(form)) return;
  begun.add(form);
  form.classList.add("live");
  const pending = fledge.restore(form);
  const audience = form.querySelector(".audience"); // a message has none: one person will see it
  if (window.htmx && audience) audience.hidden = false;
  const area = form.elements.text;
  const begins = form.dataset.draft === "new" ? "" : area.defaultValue;
  if (area.value !== begins || fledge.pictures(form).length) form.classList.add("open");
  fledge.redraw(form);
  if (location.pathname === "/compose" || form.closest("article, dialog")) focusEnd(area);
  if (pending) fledge.send(form);
}

function focusEnd(area) {
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}

function openWindow() {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "New Tweet");
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const title = document.createElement("h2");
  title.textContent = "New Tweet";
  const place = document.createElement("div");
  dialog.append(close, title, place);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  window.htmx.ajax("GET", "/compose", { target: place, swap: "innerHTML" });
}

// The button at the top goes to a page of its own where a browser knows no windows.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.new")) return;
  const area = document.getElementById("text-new");
  if (!area && !(window.htmx && window.HTMLDialogElement)) return;
  event.preventDefault();
  if (area) focusEnd(area);
  else openWindow();
});

// Reply opens one box, and Quote another; once more closes it, and Escape does too. The words are kept.
document.addEventListener("htmx:config:request", (event) => {
  if (!event.target.matches(OPENERS)) return;
  const about = event.target.matches(QUOTE) ? "quote-" : "";
  const area = document.getElementById(`text-${about}${event.target.closest("[data-tweet]").dataset.tweet}`);
  if (!area) return;
  event.preventDefault();
  if (area.closest("article")) area.form.remove();
  else focusEnd(area);
});

document.addEventListener("keydown", (event) => {
  const form = isFor(event, "form.composer");
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.querySelector(".send .go").click();
  const article = form.closest("article");
  if (event.key === "Escape" && article) {
    form.remove();
    article.querySelector(opener(form)).focus();
  }
});

document.addEventListener("input", (event) => {
  const form = isFor(event, "form.composer");
  if (!form) return;
  form.querySelector(".problem").replaceChildren();
  for (const field of form.querySelectorAll("input[name=anyway]")) field.remove();
  event.target.removeAttribute("aria-invalid");
  fledge.keep(form);
  fledge.typed(form);
});

document.addEventListener("focusin", (event) => {
  const open = isFor(event, "form.composer");
  if (open) open.classList.add("open");
  for (const form of document.querySelectorAll("form.composer.open")) {
    const { value, defaultValue } = form.elements.text;
    if (form !== open && value === defaultValue && !form.querySelector(".attached > *")) form.classList.remove("open");
  }
});

document.addEventListener("tweeted", (event) => {
  const form = event.target;
  if (!form.closest) return;
  const dialog = form.closest("dialog");
  const article = form.closest("article");
  if (dialog) dialog.close();
  else if (alone) location.assign("/home");
  else if (article) {
    form.remove();
    article.querySelector(opener(form)).focus();
  }
});

document.addEventListener("htmx:after:process", (event) => boxes(event.target).forEach(begin));
document.addEventListener("DOMContentLoaded", () => boxes(document.body).forEach(begin));
