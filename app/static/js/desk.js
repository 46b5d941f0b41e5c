// The trainer's board: what is opened beside it takes the focus, and closes without the board being loaded again.
let opening = false;

document.addEventListener("click", (event) => {
  opening = Boolean(event.target.closest("[hx-target='#opened']")) || opening;
  const closer = event.target.closest("[data-empties]");
  const place = closer && document.querySelector(`.desk-two #${closer.dataset.empties}`);
  if (!place) return;
  event.preventDefault();
  place.replaceChildren();
});

document.addEventListener("htmx:after:swap", () => {
  const head = opening && document.querySelector("#opened h2, #opened .done");
  if (!head) return;
  opening = false;
  head.focus();
});
