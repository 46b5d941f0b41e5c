// The big screen: one key blanks it and brings it back; presenters' remotes send B or a full stop.
document.addEventListener("keydown", (event) => {
  const form = document.getElementById("big-key");
  if (!form || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key.toLowerCase() === "b" || event.key === ".") form.requestSubmit();
});
