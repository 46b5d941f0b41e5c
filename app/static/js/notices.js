// One line on top says what came of a press: what was refused, what was lost on the way, what is done.
const SHOWN = 8000; // ms that good news stays
const PRESSES = ["click", "submit"];
const place = document.getElementById("notice");

function say(words) {
  const line = document.createElement("p");
  line.className = "refusal";
  line.setAttribute("role", "alert");
  line.textContent = words;
  place.replaceChildren(line);
  finish();
}

function finish() {
  const line = place.querySelector("p:last-of-type");
  if (!line || place.querySelector(".close")) return;
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => place.replaceChildren());
  line.append(close);
  if (line.matches(".done")) setTimeout(() => line.remove(), SHOWN);
}

const pressed = ({ ctx }) => ctx && ctx.sourceEvent && PRESSES.includes(ctx.sourceEvent.type);
const ours = (event) => !event.target.matches || !event.target.matches("form.composer");

document.addEventListener("htmx:error", (event) => {
  if (ours(event) && pressed(event.detail) && !event.detail.ctx.response) {
    say("No connection. Nothing was changed. Try again in a moment.");
  }
});

document.addEventListener("htmx:response:error", (event) => {
  if (ours(event) && pressed(event.detail) && event.detail.ctx.response.status >= 500) {
    say("That did not work just now. Nothing was changed. Try again.");
  }
});

document.addEventListener("htmx:before:request", (event) => {
  const byHand = event.target.matches && event.target.matches("a, button, form");
  if (byHand && pressed(event.detail) && !place.contains(event.target)) place.replaceChildren(); // its own button must stay
});

// Good news must not lie over what somebody is writing next.
document.addEventListener("input", (event) => {
  if (event.isTrusted && place.querySelector(".done")) place.replaceChildren(); // a form that our scripts empty is no writing
});

document.addEventListener("htmx:after:settle", (event) => {
  if (event.target === place) finish();
});
