// Everything works without this file. It tells the server that a person has opened the document:
// a gesture is proof enough, while scanners that merely load the page leave no trace.
const main = document.querySelector("main[data-opened]");

function tell(event) {
  if (!event.isTrusted) return;
  for (const kind of gestures) removeEventListener(kind, tell);
  const token = main.querySelector("input[name=token]").value;
  fetch(main.dataset.opened, {
    method: "POST",
    body: new URLSearchParams({ token }),
    redirect: "manual",
    keepalive: true,
  }).catch(() => {});
}

const gestures = ["pointerdown", "keydown", "touchstart", "wheel"];
if (main) for (const kind of gestures) addEventListener(kind, tell, { passive: true });

// A file may be dropped anywhere on a page that asks for one; the field itself takes drops anyway.
const field = document.querySelector("input.drop");

function hover(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.toggle("dropping", event.type === "dragover");
}

function drop(event) {
  hover(event);
  if (!event.dataTransfer?.files.length) return;
  field.files = event.dataTransfer.files;
  field.form.requestSubmit();
}

if (field) {
  for (const kind of ["dragover", "dragleave"]) addEventListener(kind, hover);
  addEventListener("drop", drop);
}
