// Opens a part of another page in a window over this one; closing it leads back to where one was.
window.fledge = window.fledge || {};

const canOpen = () => Boolean(window.htmx && window.HTMLDialogElement);

/** Show what an address answers; returns the window, or null in a browser that knows none. */
fledge.openWindow = (label, address, kind) => {
  if (!canOpen()) return null;
  const from = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = kind;
  dialog.setAttribute("aria-label", label);
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const place = document.createElement("div");
  place.className = "place";
  dialog.append(close, place);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (from && from.isConnected) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  window.htmx.ajax("GET", address, { target: place, swap: "innerHTML" });
  return dialog;
};
