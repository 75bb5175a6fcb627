/* Words that a tab holds until they are saved (see writing.js) are let go: those of a form whose answer shows
   them, and all of them where nobody is signed in and nobody is expected back. */
const shown = document.querySelector("form[data-of-shown]");
const isOver = document.querySelector("[data-of-forget]") !== null;

try {
  for (const key of Object.keys(sessionStorage)) {
    const isShown = shown !== null && key.endsWith(`:${shown.action}`);
    if (key.startsWith("of:") && (isOver || isShown)) sessionStorage.removeItem(key);
  }
} catch {
  // A tab that keeps nothing has nothing to let go.
}
