// Pictures in a compose box: the box they come from opens beside the words, and they stay with a draft that is kept.
window.fledge = window.fledge || {};

const holder = (node) => (node && node.closest ? node.closest(".attached") : null);
const opener = (form) => form.querySelector('[data-anchor="add-picture"]');

/** The pictures of a draft as pairs of a name and its words. */
fledge.pictures = (form) => {
  const names = form.querySelectorAll(".attached [name=library]");
  const words = form.querySelectorAll(".attached [name=alt]");
  return [...names].map((name, at) => [name.value, words[at] ? words[at].value : ""]);
};

/** Put kept pictures back: at once as fields, so that a Tweet on its way has them, then as one sees them. */
fledge.showPictures = (form, pictures) => {
  const fields = pictures.flatMap(([name, words]) => [hidden("library", name), hidden("alt", words)]);
  const place = form.querySelector(".attached");
  place.replaceChildren(...fields);
  window.htmx.ajax("POST", "/tweets/pictures", { source: form, target: place, swap: "innerHTML" });
};

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

// The counter, the coach and the kept draft hear of pictures as they hear of words.
document.addEventListener("htmx:after:swap", (event) => {
  const place = holder(event.target) || holder(event.detail.ctx && event.detail.ctx.target);
  const form = place && place.closest("form.composer");
  if (form) changed(form, place);
});

/** Put what the server says of the pictures into the box, as a swap does. */
fledge.showAttached = (form, html) => {
  const place = form.querySelector(".attached");
  place.innerHTML = html;
  window.htmx.process(place);
  const first = place.querySelector("[autofocus]");
  if (first) first.focus();
  changed(form, place);
};

function changed(form, place) {
  form.classList.add("open");
  opener(form).setAttribute("aria-expanded", String(Boolean(place.querySelector(".offered"))));
  if (form.matches(".sending")) fledge.redraw(form);
  else form.dispatchEvent(new Event("input", { bubbles: true }));
  if (document.activeElement === document.body) opener(form).focus();
}

// Escape closes the box alone; what lies around it, such as a window, stays.
document.addEventListener(
  "keydown",
  (event) => {
    const box = event.key === "Escape" && event.target.closest && event.target.closest(".offered");
    if (!box) return;
    event.preventDefault();
    event.stopPropagation();
    box.querySelector(".shut").click();
  },
  true,
);
