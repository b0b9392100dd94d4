// The search box: a combobox whose list Python fills. Names are text nodes; nothing of them is markup.

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".search");
  const field = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  box.search ??= { at: -1, asked: "" };
  const state = box.search;
  field.placeholder = data.words.search;
  field.setAttribute("aria-label", data.words.search_label);
  list.setAttribute("aria-label", data.words.found);

  const close = () => {
    list.hidden = true;
    state.at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (id) => {
    close();
    field.value = state.asked = "";
    setTriggerValue("chosen", id);
  };
  const mark = (at) => {
    const items = [...list.querySelectorAll("[role=option]")];
    if (!items.length) return;
    state.at = (at + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === state.at)));
    items[state.at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", items[state.at].id);
  };
  const item = (entry, i) => {
    const made = document.createElement("li");
    made.id = `found-${i}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.dataset.id = entry.id;
    for (const part of ["kind", "name", "beside"]) {
      const span = document.createElement("span");
      span.className = part;
      span.textContent = entry[part];
      made.append(span);
    }
    made.querySelector(".kind").style.setProperty("--kind", entry.colour);
    made.onmousedown = (event) => event.preventDefault();
    made.onclick = () => choose(entry.id);
    return made;
  };
  const show = () => {
    list.replaceChildren(...data.found.map(item));
    if (!data.found.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.setAttribute("role", "status");
      none.textContent = data.words.none;
      list.append(none);
    }
    list.hidden = false;
    state.at = -1;
    field.setAttribute("aria-expanded", "true");
  };
  field.oninput = () => {
    clearTimeout(state.waiting);
    const text = field.value.trim();
    if (!text) return close();
    state.waiting = setTimeout(() => {
      state.asked = text;
      setTriggerValue("typed", text);
    }, 150);
    return undefined;
  };
  field.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "ArrowDown") mark(state.at + 1);
    else if (event.key === "ArrowUp") mark(state.at - 1);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape") field.blur();
    else if (event.key === "Enter" && !list.hidden && data.found.length && data.typed === field.value.trim()) {
      choose(data.found[Math.max(0, state.at)].id);
    } else return;
    event.preventDefault();
  };
  field.onblur = () => setTimeout(close, 150);
  if (data.typed && data.typed === state.asked && document.activeElement && field.value.trim() === data.typed) show();
  else if (!field.value) close();

  const slash = (event) => {
    const writing = event.composedPath()[0].closest?.("input, textarea, [contenteditable]");
    if (event.key !== "/" || writing) return;
    event.preventDefault();
    field.focus();
  };
  document.addEventListener("keydown", slash);
  box.dataset.ready = "yes";
  return () => document.removeEventListener("keydown", slash);
}
