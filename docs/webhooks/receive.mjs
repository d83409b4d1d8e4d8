// Receives Banwatch's standard webhooks: checks the signature, knows repeats. Node 18 or newer, nothing else.
//
//     BANWATCH_WEBHOOK_SECRET=whsec_... node receive.mjs 8080

import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const TOLERANCE_SECONDS = 300;
const LARGEST_BODY = 1 << 20;

/** Whether the body (a Buffer, exactly as received) was signed with the secret, and not long ago. */
export function verify(secret, headers, body, nowSeconds) {
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!/^[0-9]+$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > TOLERANCE_SECONDS) {
    return false;
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key)
    .update(`${headers["webhook-id"]}.${timestamp}.`)
    .update(body)
    .digest();
  // While a secret is being replaced there are several signatures: one that fits is enough.
  return (headers["webhook-signature"] ?? "").split(" ").some((signature) => {
    const [version, value] = signature.split(",");
    const given = Buffer.from(value ?? "", "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const seen = new Set(); // yours: a table with a unique column

const server = createServer(async (request, response) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      response.writeHead(413).end();
      return;
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const secret = process.env.BANWATCH_WEBHOOK_SECRET;
  if (request.method !== "POST" || !verify(secret, request.headers, body, Date.now() / 1000)) {
    response.writeHead(401).end();
    return;
  }
  const id = request.headers["webhook-id"];
  if (seen.has(id)) {
    console.log("repeat", id);
  } else {
    seen.add(id);
    const message = JSON.parse(body);
    console.log(message.type, id, message.data.summary ?? "");
  }
  response.writeHead(204).end();
});

server.listen(Number(process.argv[2]), "127.0.0.1", () => {
  console.log("listening on port", server.address().port);
});
