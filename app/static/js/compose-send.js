// Sends a Tweet until it has arrived, exactly once: each try carries the same `once`, and the words are kept meanwhile.
window.fledge = window.fledge || {};

const PAUSES = [2, 4, 8, 15, 30]; // seconds between tries
const SLOW = 600; // ms until a page says that it is sending
const under = new Map(); // form -> {tries, timer} while it is on its way

const composer = (event) => (event.target.matches && event.target.matches("form.composer") ? event.target : null);
const lost = (detail) => detail.ctx && !detail.ctx.response;

fledge.send = (form) => {
  if (window.htmx) window.htmx.trigger(form, "submit");
  else form.submit();
};

function say(form, words, label, act) {
  const line = form.querySelector(".state");
  line.textContent = words;
  if (!label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", act);
  line.append(button);
}

/** Say with every try from now on that this is to be sent, whatever the coach noticed. */
fledge.insist = (form) => {
  if (form.querySelector("input[name=anyway]")) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "anyway", value: "1" });
  form.append(field);
};

function lock(form) {
  const way = under.get(form) || { tries: 0 };
  clearTimeout(way.timer);
  form.classList.add("sending");
  form.elements.text.readOnly = true;
  if (!way.tries) way.timer = setTimeout(() => say(form, "Sending…"), SLOW);
  under.set(form, way);
  fledge.keep(form, true);
  fledge.redraw(form);
}

function unlock(form) {
  clearTimeout((under.get(form) || {}).timer);
  under.delete(form);
  form.classList.remove("sending");
  form.elements.text.readOnly = false;
  say(form, "");
  fledge.keep(form);
  fledge.redraw(form);
}

/** The words may have arrived or not; what is changed from here on is a Tweet of its own. */
function stop(form) {
  unlock(form);
  const fresh = crypto.getRandomValues(new Uint8Array(12));
  form.elements.once.value = [...fresh].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  form.elements.text.focus();
}

function wait(form, words) {
  const way = under.get(form);
  if (!way) return;
  clearTimeout(way.timer);
  say(form, words, "Stop trying", () => stop(form));
  way.timer = setTimeout(() => fledge.send(form), PAUSES[Math.min(way.tries, PAUSES.length - 1)] * 1000);
  way.tries += 1;
}

document.addEventListener("htmx:before:request", (event) => {
  const form = composer(event);
  if (!form) return;
  const { submitter } = event.detail.ctx.request;
  if (submitter && submitter.name === "anyway") fledge.insist(form);
  lock(form);
});

document.addEventListener("htmx:error", (event) => {
  if (composer(event) && lost(event.detail)) wait(event.target, "No connection. Your words are kept.");
});

document.addEventListener("htmx:after:request", (event) => {
  const form = composer(event);
  if (!form) return;
  const { response, text } = event.detail.ctx;
  const { status } = response;
  if (status === 503) wait(form, "Fledge is busy. Your words are kept.");
  else if (status < 400) {
    unlock(form);
    fledge.forget(form);
  } else {
    unlock(form);
    if (!text.includes('name="anyway"')) form.elements.text.focus(); // what the coach says takes the focus itself
    if (status >= 500) say(form, "Not sent yet. Your words are kept.", "Try again", () => fledge.send(form));
  }
});

window.addEventListener("online", () => {
  for (const form of under.keys()) if (under.get(form).tries) fledge.send(form);
});
