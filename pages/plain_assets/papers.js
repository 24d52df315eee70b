/* The studio's papers over the form one is filling in: nothing typed is lost. Without scripts they open in a new tab. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-paper]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
  event.preventDefault();
  const sheet = document.createElement("dialog");
  sheet.className = "paper";
  sheet.setAttribute("aria-label", link.dataset.paper);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn";
  close.textContent = link.dataset.close;
  close.addEventListener("click", () => sheet.close());
  const place = document.createElement("div");
  sheet.append(place, close);
  sheet.addEventListener("close", () => { sheet.remove(); link.focus(); });
  document.body.append(sheet);
  try {
    const answer = await fetch(link.href, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const read = new DOMParser().parseFromString((await answer.text()).replace(/<style>[^]*?<\/style>/, ""), "text/html");
    const text = read.querySelector("article");
    text.lang = read.documentElement.lang;
    place.append(document.importNode(text, true));
    sheet.showModal();
    close.scrollIntoView(false);
    sheet.scrollTop = 0;
  } catch {
    sheet.remove();
    window.open(link.href, "_blank", "noopener");
  }
});
