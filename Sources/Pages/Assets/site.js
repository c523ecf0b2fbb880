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
