// Keeps a half-written Tweet over reloads, in this tab alone; on a shared computer nothing of it stays behind.
window.fledge = window.fledge || {};

const key = (form) => `draft:${document.body.dataset.me}:${form.dataset.draft}`;

function store(act) {
  try {
    return act(window.sessionStorage);
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Keep what is typed; `sending` says that it may have arrived already, under the same `once`. */
fledge.keep = (form, sending = false) =>
  store((session) => {
    if (!window.htmx) return; // then a form goes with its page, and nobody would take the draft away
    const text = form.elements.text.value;
    const pictures = fledge.pictures(form);
    if (pictures.length || (text.trim() && text !== form.elements.text.defaultValue)) {
      const anyway = Boolean(form.querySelector("input[name=anyway]"));
      const once = sending ? form.elements.once.value : null;
      session.setItem(key(form), JSON.stringify({ text, pictures, anyway, once }));
    } else session.removeItem(key(form));
  });

fledge.forget = (form) => store((session) => session.removeItem(key(form)));

/** Put a kept text back; true when it was on its way as the page went. */
fledge.restore = (form) => {
  const kept = store((session) => JSON.parse(session.getItem(key(form))));
  const area = form.elements.text;
  if (!kept || "problem" in form.dataset || (area.defaultValue && form.dataset.draft === "new")) return false;
  area.value = kept.text;
  if (kept.pictures && kept.pictures.length) fledge.showPictures(form, kept.pictures);
  if (kept.once) form.elements.once.value = kept.once;
  if (kept.once && kept.anyway) fledge.insist(form);
  return Boolean(kept.once);
};

function forgetAll() {
  store((session) => {
    for (const name of Object.keys(session)) if (name.startsWith("draft:")) session.removeItem(name);
  });
}

// Whoever sees the first page, or leaves, has no account here any more.
if (document.querySelector(".hello")) forgetAll();
document.addEventListener("submit", (event) => {
  if (event.target.matches('form[action="/leave"]')) forgetAll();
});
