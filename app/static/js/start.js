// The first minute: free handles as buttons that fill the field, and the words of a way back, which stay folded once read.
for (const field of document.querySelectorAll("input[data-offers]")) {
  const offers = field.dataset.offers.split(" ").filter(Boolean);
  const list = document.createElement("span");
  list.className = "offers";
  for (const handle of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `@${handle}`;
    button.addEventListener("click", () => {
      field.value = handle;
      field.focus();
    });
    list.append(button);
  }
  const free = document.querySelector(".free");
  if (free) free.textContent = "These are free:";
  if (offers.length) field.closest(".at").before(list);
}

const words = document.querySelector("details.words");
if (words) {
  const kept = (act) => {
    try {
      return act(window.sessionStorage);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  if (kept((session) => session.getItem("words-read"))) words.open = false;
  words.addEventListener("toggle", () => words.open || kept((session) => session.setItem("words-read", "1")));
}
