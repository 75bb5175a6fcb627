/* A form that came back puts the reader before its error summary, and each line of it into its field. */
const summary = document.querySelector(".of-wrong");

if (summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".of-field") ?? field).scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}
