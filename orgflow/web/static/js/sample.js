/* The sample follows what is typed: the form is sent as its button would send it, and the sample of the page that
   comes back takes the place of this one. Nothing is kept by it. */
const REST_MS = 700;

const form = document.querySelector("form[data-of-sample]");
let waiting = 0;
let asked = null;

async function follow() {
  asked?.abort();
  asked = new AbortController();
  const answer = await fetch(form.dataset.ofSample, { method: "POST", body: new FormData(form), signal: asked.signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("contoh");
  if (fresh) document.getElementById("contoh").replaceWith(document.adoptNode(fresh));
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => follow().catch(() => undefined), REST_MS); // a later look asks again
}

if (form) {
  form.addEventListener("input", soon);
  for (const field of form.elements) if (!form.contains(field)) field.addEventListener("change", soon);
}
