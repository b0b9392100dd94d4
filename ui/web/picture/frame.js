// Round the drawing: the words of the buttons, and the legend.

Object.assign(Picture.prototype, {
  words(words) {
    this.canvas.setAttribute("aria-label", words.picture);
    this.root.querySelectorAll("[data-act]").forEach((button) => {
      button.setAttribute("aria-label", words[button.dataset.act] ?? "");
      button.title = words[button.dataset.act];
      if (words[`${button.dataset.act}_short`]) button.textContent = words[`${button.dataset.act}_short`];
    });
  },

  legend(entries, groups) {
    const list = this.root.querySelector(".legend");
    list.replaceChildren(...entries.map((entry) => {
      const item = document.createElement("li");
      item.append(icon(entry.shape, groups[entry.label].color), `${entry.name} ${entry.count}`);
      return item;
    }));
  },
});
