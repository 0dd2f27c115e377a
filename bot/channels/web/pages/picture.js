// A picture is made small here, before it leaves the device; what a camera writes beside it stays here.

const SIDE = 1280;
const MOST = 170e3;
const QUALITIES = [0.8, 0.65, 0.5, 0.38];

const base64 = (blob) =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = failed;
    reader.readAsDataURL(blob);
  });

const shrunk = async (file) => {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob && blob.size <= MOST) return base64(blob);
  }
  throw new Error("too large");
};

export const pictures = (button, input, send, failed) => {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file) await shrunk(file).then(send, failed);
  });
};
