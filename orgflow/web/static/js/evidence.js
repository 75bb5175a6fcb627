/* Puts the mark of an entry behind the words where one wrote last; without it one types the mark. */
let box = null;

document.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea")) box = event.target;
});

for (const button of document.querySelectorAll("[data-of-mark]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    box ??= document.querySelector("form[data-of-writing] textarea");
    if (!box || box.readOnly) return;
    const at = box.selectionEnd;
    const lead = at > 0 && !/\s/.test(box.value[at - 1]) ? " " : "";
    box.setRangeText(`${lead}${button.dataset.ofMark}`, at, at, "end");
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
