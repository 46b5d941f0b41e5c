// Keyboard shortcuts as on the real site. They are for bare keys alone, never while somebody writes, and can be switched off.
window.fledge = window.fledge || {};
const spelled = (document.body.dataset.keys || "").split(" ").filter(Boolean);
const pages = Object.fromEntries(spelled.filter((one) => one.startsWith("g:")).map((one) => one.slice(2).split("=")));
const WRITES = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox], [role=menu]";
const PRESSED = "a[href], button, summary, audio, video"; // Enter there is theirs
const GO = 1500; // ms that the second key of two may take
const tweets = () => [...document.querySelectorAll("main article[data-tweet]")].filter((one) => one.offsetParent);
let current = null;
let going = 0;

const here = () => document.activeElement.closest("main article[data-tweet]") || (current && current.isConnected && current);
const anchored = (name, root) => root && root.querySelector(`[data-anchor="${name}"]`);

function press(element) {
  if (element) element.click();
  return Boolean(element);
}

/** Frame a Tweet: the focus is on it, so that it is seen and read out. */
function frame(article) {
  if (!article) return false;
  if (current) current.classList.remove("current");
  current = article;
  if (!article.hasAttribute("tabindex")) article.tabIndex = -1;
  article.classList.add("current");
  article.focus();
  article.scrollIntoView({ block: "nearest" });
  return true;
}

function step(by) {
  const all = tweets();
  const at = all.indexOf(here());
  return frame(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** Open the menu of a Tweet at one of its lines; that is pressed by hand, since it cuts somebody off. */
function menu(name) {
  const card = here();
  const line = anchored(name, card);
  if (line) {
    line.closest("details").open = true;
    line.focus();
    return true;
  }
  const more = anchored("tweet-menu", card);
  if (!more || !more.href) return false; // one's own has no such line
  const watch = new MutationObserver(() => {
    const come = anchored(name, card);
    if (!come) return;
    watch.disconnect();
    setTimeout(() => come.focus(), 60); // the menu takes the focus itself first
  });
  watch.observe(card, { childList: true, subtree: true });
  more.click();
  return true;
}

function find() {
  const field = [...document.querySelectorAll('[data-anchor="search-box"]')].find((one) => one.offsetParent);
  if (field) field.focus();
  else location.assign("/search");
  return true;
}

function write() {
  const author = here() && here().querySelector("a.who");
  if (author) location.assign(`/messages${author.getAttribute("href")}`);
  return Boolean(author);
}

function sheet() {
  if (!document.querySelector("dialog[open]") && !fledge.openWindow("Keyboard shortcuts", "/help/keys", "sheet")) {
    location.assign("/help/keys");
  }
  return true;
}

const ACTS = {
  n: () => press(document.getElementById("compose-button")),
  "/": find,
  ".": () => press(document.querySelector('[data-anchor="new-tweets"]')),
  j: () => step(1),
  k: () => step(-1),
  "?": sheet,
  Enter: () => press(here() === document.activeElement && here() && here().querySelector("a.when")),
  r: () => press(anchored("reply-button", here())),
  t: () => press(anchored("retweet-button", here())),
  f: () => press(anchored("favourite-button", here())),
  o: () => press(here() && here().querySelector("a[data-photo]")),
  m: write,
  u: () => menu("mute-button"),
  b: () => menu("block-button"),
};

function isTheirs(event) {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.shiftKey && event.key !== "?") return true;
  if (event.repeat && !"jk".includes(event.key)) return true;
  if (document.querySelector("dialog[open]") || !target.matches || target.isContentEditable) return true;
  return target.matches(WRITES) || (event.key === "Enter" && target.matches(PRESSED));
}

document.addEventListener("keydown", (event) => {
  if (!spelled.length || isTheirs(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const second = Date.now() - going < GO;
  going = 0;
  if (second && key in pages) location.assign(pages[key]);
  else if (key === "g") going = Date.now();
  else if (!spelled.includes(key) || !(key in ACTS) || !ACTS[key]()) return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const article = event.target.closest("main article[data-tweet]");
  if (current && article !== current) current.classList.remove("current");
  if (article && current !== article) current = article;
});

/** The keys of which this script knows what to do, for whoever compares it with the sheet. */
fledge.keysThatDo = () => Object.keys(ACTS);
