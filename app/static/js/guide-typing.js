// While somebody types on a phone, the guide is one line above the box, and nothing stays fixed over the words.
const page = document.documentElement;
const small = () => window.innerWidth < 600 || window.innerHeight < 420;
const FIELD = "textarea, input:not([type=radio]):not([type=checkbox]):not([type=hidden])";

function putLine(form) {
  const head = document.getElementById("guide-head");
  const old = document.querySelector(".guide-line");
  if (old && old.parentElement === form) return;
  if (old) old.remove();
  if (!head || head.dataset.state !== "steps") return;
  const line = document.createElement("p");
  line.className = "guide-line";
  line.setAttribute("aria-hidden", "true"); // the guide has said it already
  line.textContent = document.getElementById("guide-lead").textContent;
  form.prepend(line);
}

document.addEventListener("focusin", (event) => {
  const guide = document.getElementById("guide");
  if (!guide || !event.target.matches) return;
  const within = guide.contains(event.target);
  page.classList.toggle("in-guide", within && (page.classList.contains("in-guide") || event.target.matches("textarea")));
  if (!event.target.matches(FIELD) || !event.target.form) return;
  if (within && small()) setTimeout(() => event.target.form.scrollIntoView({ block: "start" }), 250);
  else if (!within && small()) putLine(event.target.form);
});

document.addEventListener("focusout", () => {
  setTimeout(() => {
    const typing = document.activeElement.matches(FIELD);
    const line = document.querySelector(".guide-line");
    if (line && !typing) line.remove();
    const guide = document.getElementById("guide");
    if (guide && !guide.contains(document.activeElement)) page.classList.remove("in-guide");
  }, 200);
});
