// Pictures of a Tweet open large over the page; arrow keys turn them. Without scripts each is a page of its own.
const TURNS = { ArrowLeft: "prev", ArrowRight: "next" };
const bare = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
let direction = "next";

document.addEventListener("click", (event) => {
  const link = event.target.closest && !event.button && bare(event) && event.target.closest("a[data-photo], dialog.viewer a[data-turn]");
  if (!link) return;
  const dialog = link.closest("dialog.viewer");
  if (dialog) {
    event.preventDefault();
    direction = link.rel;
    window.htmx.ajax("GET", link.getAttribute("href"), { target: dialog.querySelector(".place"), swap: "innerHTML" });
  } else if (fledge.openWindow("Picture", link.getAttribute("href"), "viewer")) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const dialog = document.querySelector("dialog.viewer");
  const turn = dialog && TURNS[event.key] && bare(event) && dialog.querySelector(`[rel="${TURNS[event.key]}"]`);
  if (!turn) return;
  event.preventDefault();
  turn.click();
});

// After a turn the same way on stays under the finger; what is new is said.
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail.ctx && event.detail.ctx.target;
  const dialog = target && target.closest && target.closest("dialog.viewer");
  if (!dialog) return;
  const picture = dialog.querySelector("figure img");
  const title = dialog.querySelector("h1");
  dialog.setAttribute("aria-label", title ? `${title.textContent}: ${picture.alt}` : "Picture");
  const on = dialog.querySelector(`[rel="${direction}"]`) || dialog.querySelector("[data-turn]");
  if (on && document.activeElement === document.body) on.focus();
  speak(dialog, title && picture ? `${title.textContent}. ${picture.alt}` : "");
});

function speak(dialog, words) {
  let line = dialog.querySelector(".spoken");
  if (!line) {
    line = document.createElement("p");
    line.className = "spoken unseen";
    line.setAttribute("aria-live", "polite");
    dialog.append(line);
    return; // what opens with the window is read out with it
  }
  line.textContent = words;
}
