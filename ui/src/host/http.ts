// The host for browser tests: the same commands over loopback HTTP. Never in the product.

import { hostOver } from "./host";
import { Refusal, refusalFrom } from "./refusal";

export const host = hostOver(async <Answer>(command: string, request?: object) => {
  const response = await fetch(`/command/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request ?? null),
  }).catch(() => {
    throw new Refusal("call_support");
  });
  const body = await response.json().catch(() => null);
  if (response.ok) return body as Answer;
  throw refusalFrom(body?.problem);
});
