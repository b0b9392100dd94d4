// A memory that outlives the page within its tab.

Object.assign(Picture.prototype, {
  // A tab that leaves for the notice and comes back finds everything where it was.
  keep() {
    if (!this.memory.key) return;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => {
      const { positions, view, plan } = this.memory;
      try {
        sessionStorage.setItem(`zwgk ${this.memory.key}`, JSON.stringify({ positions, view, plan }));
      } catch {
        // A full or forbidden store: the picture is laid out anew then.
      }
    }, 400);
  },

  recall() {
    if (!this.memory.stored || Object.keys(this.memory.positions).length) return;
    try {
      const kept = JSON.parse(sessionStorage.getItem(`zwgk ${this.memory.stored}`));
      Object.assign(this.memory, kept);
      this.recalled = Boolean(kept);
    } catch {
      // What cannot be read is not there.
    }
  },
});
