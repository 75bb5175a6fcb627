// What a page is built of: each element's path with classes, and all that tells it apart for axe but its words.
() => {
  const told = ["lang", "role", "type", "scope", "tabindex", "autocomplete", "dir", "style"];
  const roles = { HEADER: "banner", FOOTER: "contentinfo", MAIN: "main", NAV: "navigation", ASIDE: "complementary",
    SECTION: "region", FORM: "form", SEARCH: "search" };
  const named = (element) => (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim()
    || (element.getAttribute("aria-label") ?? "").trim();
  const scrolls = (element) => (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    && /auto|scroll/.test(getComputedStyle(element).overflow);
  const of = (element) => {
    const marks = [...element.attributes]
      .map(({ name, value }) => (told.includes(name) || /^aria-(?!label|describedby|controls|owns|details)/.test(name)
        ? `${name}=${value}` : name === "class" ? `.${value}` : value.trim() ? name : `${name}!`))
      .sort();
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return `${element.tagName}[${marks}]${words ? "+" : "-"}${element.labels ? element.labels.length : ""}${
      element.hasAttribute("aria-labelledby") && !named(element) ? "nameless" : ""}${scrolls(element) ? "scrolls" : ""}`;
  };
  const paths = new Set();
  const walk = (element, above) => {
    const path = `${above}>${of(element)}`;
    paths.add(path);
    for (const child of element.children) walk(child, path);
  };
  walk(document.documentElement, "");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const lost = [...document.querySelectorAll("[for], [aria-labelledby], [aria-describedby], [aria-controls]")]
    .flatMap((element) => ["for", "aria-labelledby", "aria-describedby", "aria-controls"]
      .flatMap((name) => (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)))
    .filter((id) => !ids.includes(id)).length;
  const bearing = [...document.body.querySelectorAll("*")]
    .map((element) => [element.getAttribute("role") ?? roles[element.tagName], named(element)])
    .filter(([role]) => Object.values(roles).includes(role));
  const landmarks = [...new Set(bearing.map(([role]) => role))].sort().map((role) => {
    const names = bearing.filter(([other]) => other === role).map(([, name]) => name);
    return `${role}${Math.min(names.length, 2)}/${names.length - new Set(names).size}`;
  });
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .map((heading) => heading.tagName[1])
    .filter((level, place, all) => level !== all[place - 1]);
  return [[...paths].sort().join("\n"), ids.length - new Set(ids).size, lost, levels.join(""), landmarks.join(" "),
    document.title.trim() ? "titled" : "untitled"].join("\n");
}
