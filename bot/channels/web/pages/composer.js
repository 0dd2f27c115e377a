// Where the person writes: a field that grows, Enter sends, Shift+Enter breaks the line.

import * as memory from "./memory.js";

export const MOST = 4000;

export const compose = (form, send, tooLong) => {
  const field = form.elements.text;
  const button = form.querySelector(".send");

  const fit = () => {
    field.style.height = "auto";
    field.style.height = Math.min(field.scrollHeight, 132) + "px";
    button.disabled = !field.value.trim();
    document.body.classList.toggle("writing", Boolean(field.value));
  };

  const submit = () => {
    const text = field.value.trim();
    if (!text) return;
    if (text.length > MOST) {
      tooLong();
      return;
    }
    field.value = "";
    memory.setDraft("");
    fit();
    send(text);
    field.focus({ preventScroll: true });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("keydown", (event) => {
    // Vietnamese keyboards compose letters: an Enter that ends a composition is not ours.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", () => {
    fit();
    clearTimeout(field.timer);
    field.timer = setTimeout(() => memory.setDraft(field.value), 400);
  });
  field.value = memory.draft();
  fit();
};
