// Menus close when one looks elsewhere; while somebody writes on a phone, nothing stays in front of the words.
const MENUS = "details.mine[open], details.more[open]";
const FIELD = "textarea, input:not([type=radio]):not([type=checkbox])";
const page = document.documentElement;

function closeOthers(event) {
  for (const menu of document.querySelectorAll(MENUS)) if (!menu.contains(event.target)) menu.open = false;
}

document.addEventListener("click", closeOthers);
document.addEventListener("focusin", closeOthers);
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest(MENUS);
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("focusin", (event) => {
  if (!event.target.matches(FIELD)) return;
  page.classList.add("typing");
  const form = event.target.closest("form.composer");
  const small = Math.min(innerWidth, 600) < 600 || innerHeight < 420;
  if (form && small) setTimeout(() => form.scrollIntoView({ block: "start" }), 250); // the keyboard has come up by then
});

document.addEventListener("focusout", () => {
  const look = () => document.activeElement.matches(FIELD) || page.classList.remove("typing");
  setTimeout(look, 150); // a press on the button beside the field comes first
});
