import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 6238 with SHA-1, six digits and thirty seconds; `offset` counts steps from now. */
export function totp(base32, offset = 0) {
  const bits = [...base32].map((character) => alphabet.indexOf(character).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + offset));
  const hash = createHmac("sha1", key).update(counter).digest();
  const start = hash[hash.length - 1] & 0xf;
  return ((hash.readUInt32BE(start) & 0x7fffffff) % 1_000_000).toString().padStart(6, "0");
}
