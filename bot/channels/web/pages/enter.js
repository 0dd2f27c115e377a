// A link that enters as a person: opening it changes nothing (messengers open links to preview them),
// this page then asks the server once and goes on to the chat.

import { forget } from "./memory.js";

const k = new URLSearchParams(location.search).get("k") || "";
const text = document.getElementById("text");

const enter = async () => {
  const response = await fetch("/enter", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ k }),
  });
  const answer = await response.json();
  if (answer.ok) {
    forget(); // whoever used this device before
    sessionStorage.setItem("entered", "1");
    location.replace("/");
  } else text.textContent = answer.error;
};

enter().catch(() => {
  text.textContent = document.body.dataset.lost;
});
