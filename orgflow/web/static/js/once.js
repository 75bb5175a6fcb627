/* A form is sent once: its buttons rest while the answer is on its way. The server is the truth; this only
   spares a hasty hand a second look. */
const REST_MS = 10000; // a download answers without leaving the page

const words = document.querySelector("[data-of-sending]");

function rest(form, isResting) {
  form.toggleAttribute("data-of-sent", isResting);
  for (const button of [...form.elements].filter((element) => element.matches("button, [type=submit]"))) {
    if (isResting) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.hasAttribute("data-of-sent")) {
    event.preventDefault();
    return;
  }
  rest(form, true);
  if (words) words.textContent = words.dataset.ofSending;
  setTimeout(() => {
    rest(form, false);
    if (words) words.textContent = "";
  }, REST_MS);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-of-sent]")) rest(form, false);
});
