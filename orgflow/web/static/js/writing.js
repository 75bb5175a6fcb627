/* A letter saves itself as one types, and its printed pages follow. Each save is the form's own, of the passages
   that were touched; from the page that answers all is taken over but the words one is typing. Whoever is second
   keeps the words and is led to both texts by the button. */
const WAIT_MS = 1500;
const form = document.querySelector("form[data-of-writing]");
const words = document.querySelector("[data-of-autosave]");

if (form && words) {
  const touched = new Set();
  let timer = 0;
  let isSaving = false;
  let isOver = false;

  const say = (state) => (words.textContent = words.dataset[state] ?? "");

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT_MS);
  };

  const sent = (names) => {
    const body = new URLSearchParams();
    for (const name of ["csrf_token", "idempotency_key", "seen_revision"]) {
      if (form.elements[name]) body.set(name, form.elements[name].value);
    }
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
    for (const box of form.querySelectorAll("textarea")) {
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
    isSaving = true;
    say("ofSaving");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent(names) });
      if (answer.status === 409) {
        keep();
        isOver = true;
        say("ofStale");
      } else if (answer.ok || answer.status === 422) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!page.querySelector("form[data-of-writing]")) throw new Error("another page");
        takeOver(page);
        if (!answer.ok) keep();
        else if (touched.size === 0) form.dispatchEvent(new Event("of:saved"));
        say(answer.ok ? (touched.size === 0 ? "ofSaved" : "ofTyping") : "ofRefused");
        if (answer.ok && touched.size > 0) later();
      } else {
        throw new Error(String(answer.status));
      }
    } catch {
      keep();
      say("ofFailed");
    } finally {
      isSaving = false;
    }
  }

  form.addEventListener("input", (event) => {
    if (!event.target.matches("textarea")) return;
    touched.add(event.target.name);
    if (isOver) return;
    say("ofTyping");
    later();
  });

  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isOver = true;
  });

  addEventListener("pageshow", () => (isOver = false));

  const visited = new WeakSet(); // where nobody put the mark yet, a table goes to the end
  form.addEventListener("focusin", (event) => visited.add(event.target));

  for (const button of form.querySelectorAll("[data-of-table]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const box = form.elements[button.dataset.ofTable];
      const at = visited.has(box) ? box.selectionEnd : box.value.length;
      const before = box.value.slice(0, at);
      const lead = before === "" || before.endsWith("\n") ? "" : "\n";
      box.setRangeText(`${lead}${button.dataset.ofRows}\n`, at, at, "end");
      box.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
