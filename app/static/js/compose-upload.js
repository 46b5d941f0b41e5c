// Sends a chosen picture or clip at once and says how far it is; without scripts a button sends the whole form instead.
window.fledge = window.fledge || {};

const HEAVIEST = { picture: 8e6, clip: 20e6 }; // bytes, as the server has it

document.addEventListener("change", (event) => {
  const input = event.target;
  if (!input.matches || !input.matches(".composer [data-upload]") || !input.files.length) return;
  event.stopImmediatePropagation();
  const { form } = input;
  const heavy = [...input.files].some((file) => file.size > HEAVIEST[input.name]);
  const data = new FormData(form);
  input.value = ""; // what else the form sends while one writes must never carry the file again
  if (heavy) say(form, input.name === "clip" ? "This clip is over 20 MB." : "A picture is over 8 MB.");
  else send(form, data);
});

function say(form, words, part) {
  const line = form.querySelector(".upload-state");
  const bar = form.querySelector(".own progress");
  if (!line || !bar) return;
  line.textContent = words;
  bar.hidden = part === undefined;
  bar.value = part || 0;
}

function send(form, data) {
  const way = new XMLHttpRequest(); // the one way of sending that tells how far it is
  way.open("POST", "/tweets/pictures");
  way.setRequestHeader("HX-Request", "true");
  way.upload.addEventListener("progress", (told) => {
    if (!told.lengthComputable) return;
    const part = Math.round((told.loaded / told.total) * 100);
    say(form, part < 100 ? `Sending: ${part} %` : "Sent. Fledge is getting it ready.", part);
  });
  way.addEventListener("load", () => (way.status === 200 ? fledge.showAttached(form, way.responseText) : lost(form)));
  way.addEventListener("error", () => lost(form));
  say(form, "Sending", 0);
  way.send(data);
}

function lost(form) {
  say(form, "It was not added. Try again in a moment.");
}

// The files go by themselves, so the button is for those without scripts.
document.documentElement.classList.add("sends-files");
