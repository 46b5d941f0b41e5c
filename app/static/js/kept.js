// Keeps what is typed into a long form over reloads, in this tab alone, until the form is sent or the visitor leaves.
const kept = (act) => {
  try {
    return act(window.sessionStorage);
  } catch {
    return null; // a browser that keeps nothing
  }
};

for (const form of document.querySelectorAll("form[data-keep]")) {
  const name = `draft:${document.body.dataset.me}:${form.dataset.keep}`;
  const fields = [...form.elements].filter((field) => field.matches("textarea, input[type=text], input:not([type])"));
  const typed = "problem" in form.dataset ? null : kept((session) => JSON.parse(session.getItem(name)));
  for (const field of fields) if (typed && field.name in typed) field.value = typed[field.name];
  form.addEventListener("input", () => {
    const changed = fields.filter((field) => field.value !== field.defaultValue);
    const values = Object.fromEntries(changed.map((field) => [field.name, field.value]));
    kept((session) => session.setItem(name, JSON.stringify(values)));
  });
  form.addEventListener("submit", () => kept((session) => session.removeItem(name)));
}
