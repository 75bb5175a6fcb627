// In which styles a page writes: all that decides whether the words of an element stand out against what is behind.
() => {
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode } = getComputedStyle(at);
      const placed = /absolute|fixed|sticky/.test(position) ? position : "";
      layers.push([backgroundColor, backgroundImage, opacity, filter, mixBlendMode, placed].join());
    }
    return layers.filter((layer, place, all) => layer !== all[place - 1]).join(">");
  };
  const style = (element) => {
    const { color, fontSize, fontWeight, textShadow, webkitTextFillColor } = getComputedStyle(element);
    const off = element.matches(":disabled, :disabled *, [aria-disabled=true], [aria-disabled=true] *") ? "off" : "";
    return [element.tagName, color, fontSize, fontWeight, textShadow, webkitTextFillColor, off, behind(element)].join("|");
  };
  const speaks = (element) => element.matches("input, select, textarea")
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const shows = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().width > 1;
  const read = [...document.body.querySelectorAll("*")].filter((element) => speaks(element) && shows(element));
  window.writtenIn = Map.groupBy(read, style);
  return [...window.writtenIn.keys()];
}
