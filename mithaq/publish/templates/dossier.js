// Opens all passages of a value beside the text. Without this script the links lead to the same passages.
(() => {
  const panel = document.getElementById("panel");
  let opener = null;

  const close = () => {
    panel.hidden = true;
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  const open = (link, numbers) => {
    opener = link;
    const list = document.createElement("ol");
    list.className = "passages";
    for (const number of numbers) {
      const passage = document.getElementById("p" + number);
      if (!passage) continue;
      const copy = passage.cloneNode(true);
      copy.removeAttribute("id");
      list.append(copy);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = panel.dataset.close;
    button.addEventListener("click", close);
    panel.replaceChildren(button, list);
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.open, a.ref");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link, link.dataset.passages ? link.dataset.passages.split(" ") : [link.hash.slice(2)]);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
})();
