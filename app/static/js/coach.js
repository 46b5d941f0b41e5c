// "Change it" leads back to the words that the coach spoke of, and marks them.
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("[data-change]");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field || !field.select) return; // a link does well enough
  event.preventDefault();
  const quoted = link.closest(".coach").querySelector("q");
  const words = quoted ? quoted.textContent.replace(/…$/, "") : "";
  const at = words ? field.value.indexOf(words) : -1;
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + words.length);
});

// What the coach says may stand anywhere on the page; while it does, nothing lies over it.
const held = () => document.documentElement.classList.toggle("is-held", Boolean(document.querySelector(".coach")));
new MutationObserver(held).observe(document.body, { childList: true, subtree: true });
held();
