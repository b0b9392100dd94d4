// The Streamlit side: waits for vis-network (brought once by its own component), keeps one Picture per element.

const shelf = (globalThis.zwgkPictures ??= { memories: {} });
shelf.vis ??= new Promise((resolve) => { shelf.bring = resolve; });

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".picture");
  let gone = false;
  shelf.vis.then((vis) => {
    if (gone) return;
    if (root.picture?.memoryKey !== data.memory) {
      root.picture?.close();
      const memory = (shelf.memories[data.memory] ??= { stored: data.explore && data.memory });
      const picture = new Picture(vis, root, memory, {});
      picture.memoryKey = data.memory;
    }
    root.picture.handlers = {
      select: (id) => setStateValue("selected", id),
      expand: (id) => setTriggerValue("expand", id),
      act: (what) => setTriggerValue("act", what),
    };
    root.picture.update(unpacked(data));
    root.picture.deliver(data.file);
    root.dataset.ready = "yes";
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const redraw = () => setTimeout(() => root.picture?.update(root.picture.data), 120);
  const key = (event) => data.explore && root.picture?.keyAnywhere(event);
  dark.addEventListener("change", redraw);
  document.addEventListener("keydown", key);
  return () => {
    gone = true;
    dark.removeEventListener("change", redraw);
    document.removeEventListener("keydown", key);
    setTimeout(() => { if (!root.isConnected) root.picture?.close(); }, 0);
  };
}
