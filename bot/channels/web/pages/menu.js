// What is seldom needed: one's data, help, installing, and leaving a shared device.

import * as memory from "./memory.js";
import { word } from "./words.js";

export const menu = (dialog, opener, line) => {
  const leave = dialog.querySelector(".leave");
  const install = dialog.querySelector(".install");
  let offer = null;

  opener.addEventListener("click", () => {
    leave.textContent = word("menu-leave");
    leave.classList.remove("sure");
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());

  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    install.hidden = false;
  });
  install.addEventListener("click", () => {
    dialog.close();
    install.hidden = true;
    if (offer) offer.prompt();
  });

  leave.addEventListener("click", async () => {
    if (!leave.classList.contains("sure")) {
      leave.classList.add("sure");
      leave.textContent = word("menu-leave-sure");
      return;
    }
    await line.fetch("/leave").catch(() => {});
    memory.forget();
    location.replace("/");
  });
};
