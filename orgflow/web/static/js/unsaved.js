/* Leaving a form with words that were not saved asks first. */
const changed = new Set();

for (const form of document.querySelectorAll("form[data-of-guard]")) {
  if (form.dataset.ofGuard === "changed") changed.add(form); // it came back: what is in it is not saved
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
  form.addEventListener("of:saved", () => changed.delete(form)); // it saves itself
}

addEventListener("beforeunload", (event) => {
  if (changed.size > 0) event.preventDefault();
});
