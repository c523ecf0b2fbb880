// Everything works without this file. It tells the server that a person has opened the document:
// a gesture is proof enough, while scanners that merely load the page leave no trace.
const main = document.querySelector("main[data-opened]");

function tell(event) {
  if (!event.isTrusted) return;
  for (const kind of gestures) removeEventListener(kind, tell);
  const token = main.dataset.token;
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

// A drawn signature is a picture like any other: it goes into the field's own file input.
for (const paragraph of document.querySelectorAll(".draw")) {
  paragraph.hidden = false;
  paragraph.querySelector("button").addEventListener("click", offerCanvas);
}

function offerCanvas(event) {
  const button = event.currentTarget;
  const entry = button.closest(".entry");
  const canvas = document.createElement("canvas");
  canvas.width = 1000;
  canvas.height = 360;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", button.dataset.label);
  const pen = canvas.getContext("2d");
  pen.lineWidth = 7;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#0b1f4b";
  const input = entry.querySelector("input[type=file]");
  follow(canvas, pen);
  // Kept with each stroke: nobody has to say that they are done, and nothing drawn is lost.
  canvas.addEventListener("pointerup", () => keep(canvas, input));
  const clear = command(button.dataset.clear, () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    input.value = "";
    canvas.classList.remove("kept");
  });
  button.hidden = true;
  button.after(canvas, clear);
  canvas.focus();
}

function command(label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
}

function follow(canvas, pen) {
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * canvas.width) / box.width,
      ((event.clientY - box.top) * canvas.height) / box.height,
    ];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
    pen.lineTo(...place(event));
    pen.stroke();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!event.buttons) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
}

function keep(canvas, input) {
  canvas.toBlob((blob) => {
    const files = new DataTransfer();
    files.items.add(new File([blob], "signature.png", { type: "image/png" }));
    input.files = files.files;
    canvas.classList.add("kept");
  }, "image/png");
}

// A place on a page and its entry in the form show each other: the place leads to the very
// control, and lights up while somebody is at the entry.
for (const box of document.querySelectorAll(".boxes a")) box.addEventListener("click", enter);
for (const entry of document.querySelectorAll(".entry[data-field]")) {
  const boxes = document.querySelectorAll(`.boxes a[data-place="${CSS.escape(entry.dataset.field)}"]`);
  const light = (isOn) => boxes.forEach((box) => box.classList.toggle("current", isOn));
  entry.addEventListener("focusin", () => light(true));
  entry.addEventListener("focusout", () => light(false));
}

function enter(event) {
  const { place, number } = event.currentTarget.dataset;
  const controls = document.querySelectorAll(`[name="${CSS.escape(`field.${place}`)}"]`);
  const control = controls[0]?.type === "radio" ? controls[number - 1] : controls[0];
  if (!control) return;
  event.preventDefault();
  control.focus();
}
