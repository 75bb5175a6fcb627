/* A letter or a section of a study saves itself as one types, and what follows from it on the page follows. Each
   save is the form's own, of the fields that were touched; from the page that answers all is taken over but the
   words one is typing. Whoever is second keeps the words and is led to both texts by the button. Where the
   connection is lost the words stay, in a form that keeps them also in the tab, and are sent once it is back. */
const WAIT_MS = 1500;
const AGAIN_MS = 5000;
class Denied extends Error {}
const FIELDS = "textarea, [data-of-kept]";
const form = document.querySelector("form[data-of-writing]");
const words = document.querySelector("[data-of-autosave]");

if (form && words) {
  const touched = new Set();
  const underway = new Set(); // sent, and not answered yet
  let timer = 0;
  let isSaving = false;
  let isOver = false;
  let send = null; // the button was pressed while a save is underway: it is sent once that is answered
  const owner = `of:${form.dataset.ofKeep}:`;
  const keeping = form.dataset.ofKeep ? `${owner}${form.action}` : "";

  const say = (state) => (words.textContent = words.dataset[state] ?? "");

  const later = (wait = WAIT_MS) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  const keepInTab = () => {
    if (!keeping) return;
    const names = [...new Set([...touched, ...underway])];
    const texts = Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
    const seen = form.elements.seen_revision.value;
    try {
      if (names.length) sessionStorage.setItem(keeping, JSON.stringify({ seen, texts }));
      else sessionStorage.removeItem(keeping);
    } catch {
      // A tab that keeps nothing still holds what stands in the form.
    }
  };

  const kept = () => {
    if (!keeping) return null;
    try {
      for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith("of:") && !key.startsWith(owner)) sessionStorage.removeItem(key); // of who was here before
      }
      return JSON.parse(sessionStorage.getItem(keeping) ?? "null");
    } catch {
      return null; // nothing is kept, or nothing that can be read
    }
  };

  const even = (text) => text.normalize("NFC").trim().split(/[^\S\n]*\n/).join("\n"); // as the server keeps it

  const restore = () => {
    const held = kept();
    for (const [name, text] of Object.entries(held?.texts ?? {})) {
      const box = form.elements[name];
      const isEmptied = even(text) === "" && form.elements.seen_revision.value !== held.seen; // it follows the facts
      if (!box || box.readOnly || isEmptied || even(box.value) === even(text)) continue;
      box.value = text;
      touched.add(name);
    }
    if (touched.size === 0) return keepInTab();
    form.elements.seen_revision.value = held.seen; // saved by others meanwhile: both texts are shown
    form.dispatchEvent(new Event("input", { bubbles: true }));
    say("ofRestored");
    later();
  };

  const sent = (names) => {
    const body = new URLSearchParams();
    for (const name of ["csrf_token", "idempotency_key", "seen_revision"]) {
      if (form.elements[name]) body.set(name, form.elements[name].value);
    }
    body.set("disimpan", "sendiri");
    for (const name of names) {
      const shown = name.replace("bagian-", "asal-");
      body.set(name, form.elements[name].value);
      body.set(shown, form.elements[shown].value);
    }
    return body;
  };

  const takeOver = (page) => {
    for (const input of page.querySelectorAll("form[data-of-writing] input[type=hidden]")) {
      if (form.elements[input.name]) form.elements[input.name].value = input.value;
    }
    for (const part of document.querySelectorAll("[data-of-part]")) {
      const fresh = page.querySelector(`[data-of-part="${part.dataset.ofPart}"]`);
      if (fresh && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
    }
    for (const box of form.querySelectorAll(FIELDS)) {
      const fresh = page.getElementById(box.id);
      if (!fresh) continue;
      box.setAttribute("aria-describedby", fresh.getAttribute("aria-describedby"));
      box.toggleAttribute("aria-invalid", false);
      if (fresh.hasAttribute("aria-invalid")) box.setAttribute("aria-invalid", "true");
    }
  };

  async function save() {
    if (isSaving || isOver || touched.size === 0) return;
    const names = [...touched];
    const keep = () => names.forEach((name) => touched.add(name));
    touched.clear();
    names.forEach((name) => underway.add(name));
    isSaving = true;
    let isLost = false;
    say("ofSaving");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent(names) });
      if (answer.status === 409) {
        keep();
        isOver = true;
        say("ofStale");
      } else if (answer.ok || answer.status === 422) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!page.querySelector("form[data-of-writing]")) throw new Denied(); // led away, as to sign in
        takeOver(page);
        if (!answer.ok) keep();
        else if (touched.size === 0) form.dispatchEvent(new Event("of:saved"));
        say(answer.ok ? (touched.size === 0 ? "ofSaved" : "ofTyping") : "ofRefused");
        if (answer.ok && touched.size > 0) later();
      } else if (answer.status >= 500) {
        throw new Error(String(answer.status)); // it may well answer soon
      } else {
        throw new Denied();
      }
    } catch (error) {
      keep();
      isLost = !(error instanceof Denied); // no answer, or none that says anything
      say(isLost ? "ofFailed" : "ofDenied");
    } finally {
      isSaving = false;
      underway.clear();
      keepInTab();
      if (send) send();
      else if (isLost) later(AGAIN_MS);
    }
  }

  form.addEventListener("input", (event) => {
    if (!event.target.matches(FIELDS)) return;
    touched.add(event.target.name);
    keepInTab();
    if (isOver) return;
    say("ofTyping");
    later();
  });

  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (isSaving && navigator.onLine) {
      event.preventDefault(); // the answer brings the revision and the key that the form must bear
      if (send) return;
      const wait = setTimeout(() => send?.(), AGAIN_MS);
      send = () => {
        clearTimeout(wait);
        send = null;
        isSaving = false;
        form.requestSubmit(event.submitter);
      };
      return;
    }
    if (navigator.onLine) {
      isOver = true;
      return; // the tab lets go once the answer shows the words
    }
    event.preventDefault();
    form.dispatchEvent(new Event("input"));
    say("ofFailed");
    later(AGAIN_MS);
  });

  addEventListener("pageshow", () => (isOver = false));
  addEventListener("online", () => later(0));
  restore();

  const visited = new WeakSet(); // where nobody put the mark yet, a table goes to the end
  form.addEventListener("focusin", (event) => visited.add(event.target));

  const put = (button, name, words) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const box = form.elements[name];
      const at = visited.has(box) ? box.selectionEnd : box.value.length;
      box.setRangeText(words(box.value.slice(0, at)), at, at, "end");
      box.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  for (const button of form.querySelectorAll("[data-of-table]")) {
    const rows = button.dataset.ofRows;
    put(button, button.dataset.ofTable, (before) => `${before === "" || before.endsWith("\n") ? "" : "\n"}${rows}\n`);
  }
}
