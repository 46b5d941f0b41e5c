// Shows, while somebody writes, how much room is left, what the site will make of the words, and who will see them.
window.fledge = window.fledge || {};

const SERVER_PAUSE = 200; // ms without a key until the server is asked; its number wins
const SPOKEN_PAUSE = 1000;
const known = new WeakMap(); // form -> what the server said last, and timers

fledge.room = (form) => {
  const text = form.elements.text.value;
  const said = known.get(form);
  return said && said.text === text && said.media === hasPictures(form) ? said.left : counted(form, text).left;
};

fledge.redraw = (form) => {
  const text = form.elements.text.value;
  const left = fledge.room(form);
  const over = counted(form, text).overFrom;
  show(form, left);
  form.querySelector(".mirror").replaceChildren(...painted([...text], fledge.spans(text), over));
  form.querySelector(".send .go").disabled = left < 0 || !(text.trim() || hasPictures(form) || "wordless" in form.dataset) || form.matches(".sending");
};

fledge.typed = (form) => {
  const timers = known.get(form) || {};
  clearTimeout(timers.ask);
  clearTimeout(timers.speak);
  const ask = setTimeout(() => askServer(form), SERVER_PAUSE);
  const speak = setTimeout(() => say(form), SPOKEN_PAUSE);
  known.set(form, { ask, speak });
  fledge.redraw(form);
};

const hasPictures = (form) => fledge.pictures(form).length > 0;
const counted = (form, text) => fledge.count(text, { media: hasPictures(form), limit: Number(form.dataset.limit) });

function show(form, left) {
  const counter = form.querySelector(".counter");
  const level = left < 0 ? "over" : left < 10 ? "last" : left < 20 ? "few" : "";
  counter.className = level ? `counter ${level}` : "counter";
  counter.dataset.left = left;
  counter.firstElementChild.textContent = Math.abs(left);
  counter.lastElementChild.textContent = ` ${words(left)}`;
}

function words(left) {
  return `${Math.abs(left) === 1 ? "character" : "characters"} ${left < 0 ? "over" : "left"}`;
}

function say(form) {
  let spoken = form.querySelector(".spoken");
  if (!spoken) {
    spoken = document.createElement("span");
    spoken.className = "spoken unseen";
    spoken.setAttribute("aria-live", "polite");
    form.querySelector(".send").append(spoken);
  }
  const left = fledge.room(form);
  spoken.textContent = `${Math.abs(left)} ${words(left)}`;
}

async function askServer(form) {
  const text = form.elements.text.value;
  const media = hasPictures(form);
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch("/tweets/count", { method: "POST", body, headers: { "HX-Request": "true" } });
    const left = /data-left="(-?\d+)"/.exec(answer.ok ? await answer.text() : "");
    if (!left || form.elements.text.value !== text) return;
    known.set(form, Object.assign(known.get(form) || {}, { text, media, left: Number(left[1]) }));
    fledge.redraw(form);
  } catch {
    // Without a connection the estimate stands.
  }
}

/** The text again, with marks behind what the parser saw and behind what is too much. */
function painted(characters, spans, over) {
  const end = over === null ? characters.length : over;
  const parts = [];
  let at = 0;
  for (const span of spans.filter(({ start }) => start < end)) {
    parts.push(characters.slice(at, span.start).join(""));
    at = Math.min(span.end, end);
    parts.push(marked("i", characters.slice(span.start, at).join("")));
  }
  parts.push(characters.slice(at, end).join(""));
  if (end < characters.length) parts.push(marked("u", characters.slice(end).join("")));
  return [...parts, " "]; // the last line of a text that ends with a new one has a height too
}

function marked(tag, text) {
  const mark = document.createElement(tag);
  mark.textContent = text;
  return mark;
}
