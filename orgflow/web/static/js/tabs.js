/* Tabs that are wider than the screen show the one that is open. */
for (const tabs of document.querySelectorAll(".of-tabs")) {
  const open = tabs.querySelector("[aria-current]");
  if (!open) continue;
  const shown = tabs.getBoundingClientRect();
  const wanted = open.getBoundingClientRect();
  tabs.scrollLeft += wanted.left - shown.left - (shown.width - wanted.width) / 2;
}
